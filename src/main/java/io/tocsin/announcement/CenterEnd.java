package io.tocsin.announcement;

import io.tocsin.center.PhaseMoved;
import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Stops announcements with their center. */
@ApplicationScoped
public class CenterEnd {
    private final Announcements announcements;
    private final AnnouncementService service;

    CenterEnd(Announcements announcements, AnnouncementService service) {
        this.announcements = announcements;
        this.service = service;
    }

    /** For a center on its way out: nothing more leaves, ever. */
    @Transactional
    public void stopAll(UUID centerId, String by) {
        for (Announcement a : announcements.unfinished(centerId)) {
            service.cancel(centerId, a.id(), by, "the center closes");
        }
    }

    /** Nobody shall be asked to call a center that takes no calls. */
    void centerMoved(@Observes PhaseMoved moved) {
        switch (moved.phase()) {
            case DRAINING ->
                announcements.unfinished(moved.centerId()).stream()
                        .filter(a -> a.state().sends())
                        .forEach(a -> service.pause(
                                a.centerId(),
                                a.id(),
                                Moves.TOCSIN,
                                Phrase.of("Paused: the center takes no new callers", "一時停止: センターが新規受付を終了しました")));
            case TEARING_DOWN, CLOSED -> stopAll(moved.centerId(), Moves.TOCSIN);
            case DECLARED, STANDBY, PREPARING, READY, OPEN -> {}
        }
    }
}
