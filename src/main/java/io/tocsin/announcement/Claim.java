package io.tocsin.announcement;

import io.tocsin.notice.Channel;
import java.util.UUID;

/** A delivery that this process may attempt; the attempt stands in the ledger. */
record Claim(UUID deliveryId, UUID recipientId, Channel channel, int attempts) {}
