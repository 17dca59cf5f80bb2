package io.tocsin.riskpack;

import java.util.Set;

/** Names that every template may use although no pack declares them: the center itself supplies them. */
public final class StandardFacts {
    /** The organization's name as the public knows it. */
    public static final String ORGANIZATION = "organization";
    /** The center's number for callers, written for the reader's country. */
    public static final String CENTER_NUMBER = "centerNumber";
    /** The address of the center's public notice page. */
    public static final String NOTICE_URL = "noticeUrl";
    /** Date of this version of the facts, written for the reader's language. */
    public static final String NOTICE_DATE = "noticeDate";

    /** The reader's name where a message goes to one person; empty on what everybody reads. */
    public static final String RECIPIENT_NAME = "recipientName";
    /** What the reader has that is concerned, with its serial number; empty on what everybody reads. */
    public static final String RECIPIENT_ITEMS = "recipientItems";

    /** Words that differ from reader to reader, besides {@link #NOTICE_URL}. */
    public static final Set<String> PERSONAL = Set.of(RECIPIENT_NAME, RECIPIENT_ITEMS);

    public static final Set<String> ALL =
            Set.of(ORGANIZATION, CENTER_NUMBER, NOTICE_URL, NOTICE_DATE, RECIPIENT_NAME, RECIPIENT_ITEMS);

    private StandardFacts() {}
}
