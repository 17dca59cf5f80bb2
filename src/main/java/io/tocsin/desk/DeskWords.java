package io.tocsin.desk;

import io.quarkus.qute.TemplateExtension;
import io.tocsin.inquiry.InquiryChannel;
import io.tocsin.platform.Phrase;

/** Words that the desk's templates need beside those of the shell. */
@TemplateExtension
final class DeskWords {
    private DeskWords() {}

    static Phrase title(InquiryChannel channel) {
        return switch (channel) {
            case PHONE -> Phrase.of("Phone", "電話");
            case SMS -> Phrase.of("Text message", "SMS");
            case CHAT -> Phrase.of("Chat", "チャット");
            case FORM -> Phrase.of("Form", "フォーム");
            case EMAIL -> Phrase.of("E-mail", "メール");
        };
    }
}
