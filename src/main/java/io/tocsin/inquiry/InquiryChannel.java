package io.tocsin.inquiry;

/** How a person turned to the center. */
public enum InquiryChannel {
    PHONE,
    SMS,
    CHAT,
    FORM,
    EMAIL
}
