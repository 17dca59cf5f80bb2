package io.tocsin.campaign;

/** How many of those concerned are asked whether they have heard and acted. Source: FDA, 21 CFR 7.42(b)(3). */
public enum CheckLevel {
    /** All. */
    A,
    /** A share that was agreed with the authority. */
    B,
    /** 10 percent. */
    C,
    /** 2 percent. */
    D,
    /** None. */
    E;

    /** @param agreed the share at level B, 0 to 1 */
    double share(double agreed) {
        return switch (this) {
            case A -> 1;
            case B -> agreed;
            case C -> 0.10;
            case D -> 0.02;
            case E -> 0;
        };
    }

    /** Never fewer than the share; part of a person is a person. */
    static int sampleSize(double share, int population) {
        return (int) Math.min(population, Math.ceil(Math.round(share * population * 1e6) / 1e6));
    }
}
