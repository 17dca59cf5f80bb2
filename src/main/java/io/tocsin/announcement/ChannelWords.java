package io.tocsin.announcement;

import io.quarkus.qute.TemplateExtension;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;

/** Channels as people call them. */
final class ChannelWords {
    private ChannelWords() {}

    /** {@code {sample.channel.said.words}} */
    @TemplateExtension(matchName = "said")
    static Phrase of(Channel channel) {
        return switch (channel) {
            case SMS -> Phrase.same("SMS");
            case EMAIL -> Phrase.of("E-mail", "メール");
            case LETTER -> Phrase.of("Letter", "手紙");
            case WEB -> Phrase.of("Web page", "ウェブページ");
            case PRESS -> Phrase.of("Press release", "報道発表");
            case SOCIAL -> Phrase.of("Social media", "SNS");
        };
    }
}
