package io.tocsin.provisioning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One vendor's work in this process: so many pieces at once, and some claimed ahead of their turn. What others wait for
 * goes first, however late it became possible, and then it goes by the plan's order: when a center is ready is decided by
 * its longest chain.
 */
final class Lane {
    /** How many times the work in flight may be claimed, the rest waiting its turn. */
    private static final int AHEAD = 4;

    private static final Comparator<Claim> ORDER =
            Comparator.comparing((Claim claim) -> !claim.awaited()).thenComparing(Claim::dueAt);

    private final String vendor;
    private final int places;
    private final Function<Claim, Optional<Outcome>> work;
    private final Consumer<Outcome> ended;
    private final Runnable roomAgain;
    private final PriorityQueue<Claim> waiting = new PriorityQueue<>(ORDER);
    private int working;
    /** Whether the last claim may have left something behind. */
    private boolean moreDue = true;

    /**
     * @param work does one piece; empty where its turn came too late
     * @param ended takes each outcome, after its place is free again
     * @param roomAgain told when enough has ended for another large claim
     */
    Lane(
            String vendor,
            int places,
            Function<Claim, Optional<Outcome>> work,
            Consumer<Outcome> ended,
            Runnable roomAgain) {
        this.vendor = vendor;
        this.places = places;
        this.work = work;
        this.ended = ended;
        this.roomAgain = roomAgain;
    }

    String vendor() {
        return vendor;
    }

    /** Something may have become due. */
    synchronized void lookAgain() {
        moreDue = true;
    }

    /**
     * How many to claim now. None while less than half of the lane is free: a claim for each place that becomes free would
     * cost the database more than the work itself.
     */
    synchronized int room() {
        int room = AHEAD * places - held();
        return moreDue && room >= AHEAD * places / 2 ? room : 0;
    }

    synchronized boolean isIdle() {
        return held() == 0;
    }

    /** @param asked for how many the claim was */
    synchronized void take(List<Claim> claims, int asked) {
        moreDue = claims.size() == asked;
        waiting.addAll(claims);
        startNext();
    }

    private int held() {
        return waiting.size() + working;
    }

    private void startNext() {
        while (working < places && !waiting.isEmpty()) {
            working++;
            Claim claim = waiting.poll();
            Thread.ofVirtual().start(() -> run(claim));
        }
    }

    private void run(Claim claim) {
        Optional<Outcome> outcome = Optional.empty();
        try {
            outcome = work.apply(claim);
        } finally {
            freePlace();
            outcome.ifPresent(ended);
        }
    }

    private void freePlace() {
        boolean halfIsFree;
        synchronized (this) {
            working--;
            halfIsFree = held() == AHEAD * places / 2;
            startNext();
        }
        if (halfIsFree) {
            roomAgain.run();
        }
    }
}
