package io.tocsin.inquiry;

import java.util.UUID;

/** An agent has ended an inquiry. Fired in the transaction that records it. */
record InquiryResolved(UUID centerId, UUID inquiryId) {}
