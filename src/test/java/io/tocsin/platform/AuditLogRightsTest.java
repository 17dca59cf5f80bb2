package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@TocsinTest
class AuditLogRightsTest {
    @Inject
    DataSource database;

    @Test
    void theApplicationCannotRewriteTheAuditLog() {
        assertThatThrownBy(() -> execute("update audit_log set actor = 'somebody else'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("delete from audit_log")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("truncate audit_log")).hasMessageContaining("permission denied");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
