package io.tocsin.telephony;

import io.tocsin.riskpack.NumberType;
import java.util.UUID;

/** A number that a center could lease at once. */
public record StockItem(UUID inventoryId, String country, NumberType type, String e164) {}
