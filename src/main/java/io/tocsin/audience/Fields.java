package io.tocsin.audience;

/** Names of what is commonly known about a person; see {@link Recipient#fields}. */
public final class Fields {
    public static final String NAME = "name";
    public static final String ADDRESS = "address";
    public static final String POSTAL_CODE = "postalCode";
    public static final String CUSTOMER_NUMBER = "customerNumber";

    private Fields() {}
}
