package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.stack.DrillCenter;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What proves things later cannot be rewritten by the application. */
@TocsinTest
class AppendOnlyTest {
    @Inject
    DataSource database;

    @BeforeEach
    void somethingThatCouldBeRewritten() {
        DrillCenter.declare("noto-hotline", Map.of("profile", "standby"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_log", "center_journal", "fact_sheet", "evidence_export", "certificate"})
    void nothingThatProvesIsRewritten(String table) {
        assertThatThrownBy(() -> execute("update " + table + " set center_id = center_id"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("delete from " + table)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("truncate " + table)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("drop table " + table)).hasMessageContaining("must be owner");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
