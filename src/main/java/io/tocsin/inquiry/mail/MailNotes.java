package io.tocsin.inquiry.mail;

import io.tocsin.platform.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What whoever reads an e-mail as an inquiry has to know of it. */
final class MailNotes {
    private static final Phrase OTHER_SENDER = Phrase.of(
            "Answers a message to this person, from an address that is not theirs as far as we know. Make sure who it is before you"
                    + " tell anything personal.",
            "この方へのメールに対する返信ですが、登録のないアドレスから届いています。個人的な内容を伝える前に本人確認をしてください。");
    private static final Phrase LEFT = Phrase.of(
            "%s file(s) were not taken: JPEG, PNG and PDF only, and not too large.",
            "添付ファイル %s 件は受け取れませんでした（JPEG・PNG・PDF、サイズ制限あり）。");
    private static final Phrase CUT = Phrase.of("The e-mail was longer than this.", "メール本文は途中までです。");

    private MailNotes() {}

    static Optional<String> of(Arrived mail, MailPlaces.Place place, String language) {
        List<Phrase> notes = new ArrayList<>();
        if (!place.knownSender()) {
            notes.add(OTHER_SENDER);
        }
        if (mail.left() > 0) {
            notes.add(LEFT.with(mail.left()));
        }
        if (mail.cut()) {
            notes.add(CUT);
        }
        return notes.stream().map(n -> n.in(language)).reduce((a, b) -> a + "\n" + b);
    }
}
