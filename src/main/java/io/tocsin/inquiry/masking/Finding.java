package io.tocsin.inquiry.masking;

/**
 * Something that looks like personal data.
 *
 * @param start index of its first character in the text as it was written
 * @param end index after its last
 */
public record Finding(Kind kind, int start, int end) {
    boolean overlaps(Finding other) {
        return start < other.end && other.start < end;
    }
}
