package io.tocsin.campaign;

import io.tocsin.platform.Mode;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The rate of each account, shared by all replicas through one row; both methods in one transaction. */
@ApplicationScoped
class DialRates {
    private final Sql sql;
    private final Clock clock;
    private final CampaignConfig config;

    DialRates(Sql sql, Clock clock, CampaignConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /** Until the transaction ends nobody else asks. */
    DialRate lock(Mode mode) {
        sql.update(
                "insert into dial_rate (account, next_at) values (?, ?) on conflict do nothing", mode, clock.instant());
        return sql.first(
                        "select next_at from dial_rate where account = ? for update",
                        row -> new DialRate(
                                Sql.instant(row, "next_at"),
                                mode == Mode.LIVE ? config.liveCallsPerSecond() : config.drillCallsPerSecond()),
                        mode)
                .orElseThrow();
    }

    void spend(Mode mode, DialRate rate, int calls) {
        sql.update(
                "update dial_rate set next_at = ? where account = ?",
                rate.after(calls, clock.instant()).nextAt(),
                mode);
    }
}
