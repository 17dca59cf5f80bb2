package io.tocsin.telephony;

import io.tocsin.platform.Phrase;

/** What all drivers of the carrier share. */
final class Carrier {
    /** Whose capacity a call uses up. */
    static final String VENDOR = "carrier";

    /** FriendlyName of a number that no center has: this and its id in the inventory. */
    static final String STOCK_PREFIX = "tocsin-number:";

    static final Phrase REMOVED_OUTSIDE = Phrase.of(
            "The carrier no longer has this; somebody removed it outside Tocsin.",
            "キャリア側に存在しません。Tocsin の外で削除された可能性があります。");
    static final Phrase RETRY_FOR_ANOTHER = Phrase.of("Retry to have it made anew.", "再試行すると新しく作成されます。");

    private Carrier() {}
}
