package io.tocsin.desk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tocsin.platform.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Logs out agents of whom nothing was heard for too long, and frees those whose chat or call was over unseen. */
@ApplicationScoped
class IdleWatch {
    private static final Logger LOG = Logger.getLogger(IdleWatch.class);

    private final DeskSeats seats;
    private final Desk desk;
    private final SeatChats chats;
    private final CallBackTalk callBacks;
    private final ListeningWatch listening;
    private final WrapUps wrapUps;
    private final DeskConfig config;
    private final Roles roles;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    IdleWatch(
            DeskSeats seats,
            Desk desk,
            SeatChats chats,
            CallBackTalk callBacks,
            ListeningWatch listening,
            WrapUps wrapUps,
            DeskConfig config,
            Roles roles,
            Clock clock) {
        this.seats = seats;
        this.desk = desk;
        this.chats = chats;
        this.callBacks = callBacks;
        this.listening = listening;
        this.wrapUps = wrapUps;
        this.config = config;
        this.roles = roles;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has("api")) {
            Thread.ofVirtual().name("desk-idle-watch").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void run() {
        try {
            while (!stop.await(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    once();
                } catch (RuntimeException e) {
                    LOG.warnf("idle seats are not looked for at present cause=%s", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A planned break does not count as silence before it is over. */
    void once() {
        for (DeskSeat seat : seats.silentSince(clock.instant().minus(config.idle()))) {
            desk.sendHome(seat, "seat.idle-log-out", "tocsin");
        }
        chats.followEnds();
        chats.giveBackLeft();
        callBacks.settle();
        wrapUps.complete();
        listening.settle();
    }
}
