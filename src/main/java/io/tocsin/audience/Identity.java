package io.tocsin.audience;

/** What tells who somebody in a list is (decision 0010), the strongest first. */
enum Identity {
    CUSTOMER_NUMBER,
    EMAIL,
    PHONE_AND_NAME,
    NAME_AND_ADDRESS;

    static Identity of(NewRecipient r) {
        if (r.fields().get(Fields.CUSTOMER_NUMBER) != null) {
            return CUSTOMER_NUMBER;
        }
        if (r.email() != null) {
            return EMAIL;
        }
        return r.phone() != null ? PHONE_AND_NAME : NAME_AND_ADDRESS;
    }

    /** As the database keeps it: 1 for the strongest. */
    int rank() {
        return ordinal() + 1;
    }
}
