package io.tocsin.provisioning;

import io.tocsin.platform.Phrase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Does one piece of work through its driver, outside any transaction, and says how it ended. */
@ApplicationScoped
class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Drivers drivers;
    private final Clock clock;
    private final RetryPolicy policy;

    Worker(Drivers drivers, Clock clock, ProvisioningConfig config) {
        this.drivers = drivers;
        this.clock = clock;
        this.policy = new RetryPolicy(config.firstRetry(), config.longestRetry(), config.settle());
    }

    Outcome work(Claim claim) {
        return guarded(claim, () -> claim.wanted() ? make(claim) : remove(claim));
    }

    /** Looks whether a ready resource is still there. */
    Outcome check(Claim claim) {
        return guarded(
                claim,
                () -> drivers.of(claim.kind()).find(claim.work()).isEmpty()
                        ? new Outcome.Missing(claim)
                        : new Outcome.Unchanged(claim));
    }

    private Outcome make(Claim claim) {
        ResourceDriver driver = drivers.of(claim.kind());
        Work work = claim.work();
        if (work.current().isPresent()) {
            return new Outcome.Done(claim, driver.update(work));
        }
        if (claim.firstAttempt()) {
            return new Outcome.Done(claim, driver.create(work));
        }
        // An earlier attempt may have succeeded without our learning of it: look before creating.
        List<Made> found = driver.find(work);
        if (found.isEmpty()) {
            return new Outcome.Done(claim, driver.create(work));
        }
        LOG.infof(
                "adopted what an earlier attempt had made resource=%s found=%d",
                work.key().label(), found.size());
        found.stream().skip(1).forEach(extra -> driver.delete(existing(work, extra)));
        return new Outcome.Done(claim, driver.update(existing(work, found.get(0))));
    }

    private Outcome remove(Claim claim) {
        ResourceDriver driver = drivers.of(claim.kind());
        Work work = claim.work();
        if (work.current().isPresent()) {
            driver.delete(work);
        } else {
            driver.find(work).forEach(found -> driver.delete(existing(work, found)));
        }
        return new Outcome.Removed(claim);
    }

    private static Work existing(Work work, Made made) {
        return new Work(work.key(), work.mode(), work.spec(), work.dependencies(), Optional.of(made));
    }

    private interface Attempt {
        Outcome run();
    }

    private Outcome guarded(Claim claim, Attempt attempt) {
        try {
            return attempt.run();
        } catch (VendorFailure failure) {
            LOG.infof(
                    "work failed resource=%s kind=%s attempt=%d failure=%s cause=%s",
                    claim.work().key().label(),
                    claim.kind(),
                    claim.attempts(),
                    failure.getClass().getSimpleName(),
                    failure.getMessage());
            return policy.decide(claim, failure, clock.instant(), RandomGenerator.getDefault());
        } catch (RuntimeException bug) {
            // Not foreseen by the driver: it may or may not have happened.
            LOG.errorf(
                    bug,
                    "work failed unexpectedly resource=%s kind=%s",
                    claim.work().key().label(),
                    claim.kind());
            Phrase reason = Phrase.of("Unexpected: %s", "想定外のエラー: %s").with(String.valueOf(bug.getMessage()));
            return policy.decide(
                    claim, new VendorFailure.Unknown(reason, bug), clock.instant(), RandomGenerator.getDefault());
        }
    }
}
