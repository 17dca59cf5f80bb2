package io.tocsin.center;

import io.tocsin.telephony.TwilioAccounts;
import jakarta.enterprise.context.ApplicationScoped;

/** What must hold before anything is made outside. */
@ApplicationScoped
class LaunchChecks {
    private final TwilioAccounts accounts;

    LaunchChecks(TwilioAccounts accounts) {
        this.accounts = accounts;
    }

    /** A LIVE center refuses without credentials, in plain words. */
    void require(IncidentCenter center) {
        accounts.forMode(center.mode());
    }
}
