package io.tocsin.telephony;

/** What the messaging drivers are asked to make. */
public final class MessagingSpecs {
    private MessagingSpecs() {}

    /**
     * @param statusCallback told how each message fares; null for none
     * @param inboundUrl asked when somebody writes back; null for none
     */
    public record ServiceSpec(String statusCallback, String inboundUrl) {}

    /**
     * A number as sender of a messaging service.
     *
     * @param service name of the messaging service's resource
     * @param number name of the phone number's resource
     */
    public record SenderSpec(String service, String number) {}
}
