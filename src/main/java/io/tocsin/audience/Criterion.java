package io.tocsin.audience;

import java.util.List;

/** What a recipient must be like to belong to a segment. */
sealed interface Criterion {
    /** All must hold; those about items must hold for one and the same item. */
    record All(List<Criterion> of) implements Criterion {}

    record Any(List<Criterion> of) implements Criterion {}

    record Not(Criterion of) implements Criterion {}

    /** The value is one of these; letter case and width do not count. */
    record Is(SegmentField field, List<String> values) implements Criterion {}

    /** The value holds this text, as {@code leaked} holds "card" in "name, card, phone". */
    record Contains(SegmentField field, String text) implements Criterion {}

    /** The value lies between, ends included, numbers at its end taken as numbers: A99 comes before A100. */
    record Between(SegmentField field, Numbered from, Numbered to) implements Criterion {}

    record Known(SegmentField field, boolean known) implements Criterion {}

    /** A text that ends with a number. */
    record Numbered(String start, java.math.BigDecimal number) {}
}
