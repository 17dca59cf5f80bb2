package io.tocsin.announcement;

import io.tocsin.audience.Recipient;
import io.tocsin.center.CenterTexts;
import io.tocsin.notice.Channel;
import io.tocsin.notice.LintContext;
import io.tocsin.notice.LintFinding;
import io.tocsin.notice.NoticeLinter;
import io.tocsin.notice.RenderedNotice;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.PublicUrl;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Holds the messages of an announcement, in every channel and language, against the regimes. */
@ApplicationScoped
class LintCheck {
    private final TextsOfAnnouncements texts;
    private final String baseUrl;

    LintCheck(TextsOfAnnouncements texts, @ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.texts = texts;
        this.baseUrl = baseUrl.base();
    }

    /** @return whether there was anything to override */
    boolean require(Announcement a, int factsVersion, String overrideReason) {
        List<Violation> found = findings(a, factsVersion);
        boolean overridden = overrideReason != null && !overrideReason.isBlank();
        if (!found.isEmpty() && !overridden) {
            throw new Problem(
                            "notice-findings",
                            409,
                            Phrase.of("The notice is not as it must be", "告知文が要件を満たしていません"),
                            Phrase.of(
                                    "Correct what is listed below, or submit with a reason why it may go out as it is.",
                                    "下記を修正するか、このまま送る理由を記録して申請してください。"),
                            found)
                    .asException();
        }
        return !found.isEmpty();
    }

    /** Everything that holds it back, as of this version of the facts. */
    List<Violation> findings(Announcement a, int factsVersion) {
        MessageTexts messages = texts.of(a.centerId(), a.notice(), factsVersion);
        CenterTexts.Texts center = messages.center();
        List<Violation> found = new ArrayList<>();
        List<RenderedNotice> rendered = new ArrayList<>();
        for (Channel channel : a.channels()) {
            for (String language : center.languages()) {
                try {
                    Recipient somebody = Somebody.reading(a, language);
                    messages.render(channel, somebody);
                    rendered.add(messages.rendered(channel, language, somebody));
                } catch (UnsendableException e) {
                    found.add(new Violation(
                            channel.code() + "." + language, Phrase.same(String.valueOf(e.getMessage()))));
                }
            }
        }
        List<String> addresses = new ArrayList<>(center.lint().noticeUrls());
        // a personal link leads to the notice page
        addresses.add(baseUrl + "/r/" + Somebody.CODE);
        LintContext lint = new LintContext(
                center.lint().schema(),
                center.lint().facts(),
                center.organization(),
                center.lint().centerNumbers(),
                center.lint().countries(),
                addresses);
        NoticeLinter.lint(rendered, center.regimes(), lint).forEach(f -> found.add(violation(f)));
        return found;
    }

    private static Violation violation(LintFinding f) {
        String where = f.regime() + (f.article().isEmpty() ? "" : " " + f.article());
        return new Violation(
                f.channel().code() + "." + f.language(),
                Phrase.of(
                        "[" + where + "] " + f.message().en() + " "
                                + f.whatToDo().en(),
                        "[" + where + "] " + f.message().ja() + " "
                                + f.whatToDo().ja()));
    }
}
