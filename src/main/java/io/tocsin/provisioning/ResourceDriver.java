package io.tocsin.provisioning;

import io.tocsin.platform.Mode;
import java.util.List;
import java.util.UUID;

/**
 * Everything Tocsin knows of one kind of resource. Drivers are called outside any transaction, possibly twice for the
 * same work, and report trouble as a {@link VendorFailure}. A new kind of resource is one class that implements this.
 */
public interface ResourceDriver {
    /** Name of the kind, as in the ledger and the plan: {@code phone-number}. */
    String kind();

    /** Whose capacity a call uses up; the engine bounds the work in flight per vendor. */
    String vendor();

    /** Whether nothing is lost if it is made a little later than it could be; what it depends on then need not hurry. */
    default boolean mayWait() {
        return false;
    }

    /**
     * What exists outside under this key, oldest first. Called before create whenever an earlier attempt may have
     * succeeded without our learning of it.
     */
    List<Made> find(Work work);

    Made create(Work work);

    /** Brings what exists to the spec. */
    Made update(Work work);

    /** Removes it. That it is gone already is success. */
    void delete(Work work);

    /**
     * Everything outside that carries a label of this center, for the certificate: what exists, whether or not the
     * ledger knows it.
     */
    List<Listed> census(UUID centerId, Mode mode);

    /** @param label the resource's {@link ResourceKey#label()} as found outside */
    record Listed(String label, String vendorId) {}
}
