package io.tocsin.platform;

/** The secrets that the carrier's accounts sign their webhooks with, one per mode. */
public interface CarrierTokens {
    /** The account's auth token; empty where none is configured, and then no signature is valid. */
    String authToken(Mode mode);
}
