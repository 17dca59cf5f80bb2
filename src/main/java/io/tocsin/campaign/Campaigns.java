package io.tocsin.campaign;

import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All campaigns. */
@ApplicationScoped
class Campaigns {
    private final Sql sql;

    Campaigns(Sql sql) {
        this.sql = sql;
    }

    /** A campaign of another center looks like one that does not exist. */
    Campaign get(UUID centerId, UUID id) {
        return sql.first("select * from campaign where id = ? and center_id = ?", Campaign::read, id, centerId)
                .orElseThrow(() -> unknown(id));
    }

    Optional<Campaign> find(UUID id) {
        return sql.first("select * from campaign where id = ?", Campaign::read, id);
    }

    /** For a change: nobody else changes this campaign until the transaction ends. */
    Campaign lock(UUID centerId, UUID id) {
        return sql.first(
                        "select * from campaign where id = ? and center_id = ? for update",
                        Campaign::read,
                        id,
                        centerId)
                .orElseThrow(() -> unknown(id));
    }

    /** The same, but empty where it does not run or somebody else has it: then they do what is to be done. */
    Optional<Campaign> lockRunning(UUID id) {
        return sql.first(
                "select * from campaign where id = ? and state = 'RUNNING' for update skip locked", Campaign::read, id);
    }

    List<Campaign> of(UUID centerId) {
        return sql.list("select * from campaign where center_id = ? order by id", Campaign::read, centerId);
    }

    List<Campaign> running() {
        return sql.list("select * from campaign where state = 'RUNNING' order by id", Campaign::read);
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(Phrase.of("There is no campaign %s in this center.", "このセンターに回収キャンペーン %s はありません。")
                .with(id));
    }
}
