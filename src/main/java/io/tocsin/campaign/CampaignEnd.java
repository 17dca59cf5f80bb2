package io.tocsin.campaign;

import io.tocsin.center.CenterJournal;
import io.tocsin.center.PhaseMoved;
import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A center that closes its lines calls nobody any more; one whose retention is over keeps nothing that points to people. */
@ApplicationScoped
public class CampaignEnd {
    private final CampaignService service;
    private final Sql sql;

    CampaignEnd(CampaignService service, Sql sql) {
        this.service = service;
        this.sql = sql;
    }

    void phaseMoved(@Observes PhaseMoved moved) {
        switch (moved.phase()) {
            case DRAINING, TEARING_DOWN -> service.stopAll(moved.centerId(), CenterJournal.TOCSIN);
            case DECLARED, STANDBY, PREPARING, READY, OPEN, CLOSED -> {
                // campaigns may be prepared and run, or are over already
            }
        }
    }

    /** Retention is over: what could tell who was called is forgotten; counts and states stay. */
    @Transactional
    public void forget(UUID centerId) {
        sql.update(
                "update collection_case set phone_hash = null where center_id = ? and phone_hash is not null",
                centerId);
        sql.update("delete from call_attempt where center_id = ?", centerId);
        sql.update("delete from call_target where center_id = ?", centerId);
    }
}
