package io.tocsin.center;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tocsin.platform.CenterLocks;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** All incident centers. */
@ApplicationScoped
public class Centers implements PanacheRepositoryBase<IncidentCenter, UUID> {
    private final CenterLocks locks;

    Centers(CenterLocks locks) {
        this.locks = locks;
    }

    public IncidentCenter get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /** For a change: nobody else changes this center until the transaction ends. */
    public IncidentCenter lock(UUID id) {
        locks.lock(id);
        IncidentCenter center = get(id);
        // what was read before the lock may be old
        getEntityManager().refresh(center, LockModeType.NONE);
        return center;
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                Phrase.of("There is no center %s.", "センター %s は存在しません。").with(id));
    }
}
