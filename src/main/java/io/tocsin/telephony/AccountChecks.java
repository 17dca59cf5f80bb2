package io.tocsin.telephony;

/** Refuses a configuration in which live and drill could be mistaken for each other; the process does not start. */
final class AccountChecks {
    private AccountChecks() {}

    static void check(TwilioConfig config) {
        String live = config.live().baseUrl();
        String drill = config.drill().baseUrl();
        if (live.contains("/drill-carrier")) {
            throw wrong("tocsin.twilio.live.base-url points to the drill carrier");
        }
        if (drill.contains(".twilio.com") || drill.equals(live)) {
            throw wrong("tocsin.twilio.drill.base-url points to a real carrier");
        }
        if (config.live().accountSid().isPresent()
                && config.live().accountSid().equals(config.drill().accountSid())) {
            throw wrong("tocsin.twilio.live and tocsin.twilio.drill name the same account");
        }
        for (String url : new String[] {live, drill}) {
            if (!url.contains("{domain}")) {
                throw wrong("a base URL must contain {domain}: " + url);
            }
        }
    }

    private static IllegalStateException wrong(String message) {
        return new IllegalStateException(message);
    }
}
