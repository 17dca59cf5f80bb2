package io.tocsin.announcement;

import io.tocsin.audience.Audiences;
import io.tocsin.audience.Segment;
import io.tocsin.center.IncidentCenter;
import io.tocsin.notice.Channel;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.ProblemException;
import io.tocsin.platform.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything wrong with a draft, at once. */
@ApplicationScoped
class DraftCheck {
    private static final Set<Channel> TO_PERSONS = EnumSet.of(Channel.SMS, Channel.EMAIL, Channel.LETTER);

    private final Audiences audiences;

    DraftCheck(Audiences audiences) {
        this.audiences = audiences;
    }

    void require(IncidentCenter center, AnnouncementDraft draft) {
        List<Violation> wrong = new ArrayList<>();
        if (draft.title().isBlank()) {
            wrong.add(Violation.of("title", "Give it a name for the list.", "一覧で見分けられる名前を入力してください。"));
        }
        audience(center, draft, wrong);
        if (!TO_PERSONS.containsAll(draft.channels())
                || new HashSet<>(draft.channels()).size() != draft.channels().size()) {
            wrong.add(Violation.of(
                    "channels",
                    "Give SMS, EMAIL and LETTER, each at most once, in the order in which to try them.",
                    "SMS、EMAIL、LETTER を試す順に、それぞれ1回まで指定してください。"));
        }
        within(draft.firstSharePercent(), 1, 99, "firstSharePercent", wrong);
        within(draft.failureLimit(), 1, 100, "failureLimit", wrong);
        within(draft.pacedPerMinute(), 1, 1_000_000, "pacedPerMinute", wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(
                    "announcement-invalid",
                    Phrase.of("Correct the fields listed below; nothing was saved.", "下記の項目を修正してください。保存されていません。"),
                    wrong);
        }
    }

    private void audience(IncidentCenter center, AnnouncementDraft draft, List<Violation> wrong) {
        try {
            if (draft.audience() == null) {
                wrong.add(Violation.of("audience", "Say whom it addresses.", "宛先の名簿を指定してください。"));
            } else {
                audiences.get(center.id(), draft.audience());
            }
            Segment.of(draft.segment());
        } catch (ProblemException e) {
            if (e.problem().violations().isEmpty()) {
                wrong.add(new Violation("audience", e.problem().detail()));
            }
            wrong.addAll(e.problem().violations());
        }
    }

    private static void within(Integer value, int least, int most, String field, List<Violation> wrong) {
        if (value != null && (value < least || value > most)) {
            wrong.add(new Violation(
                    field,
                    Phrase.of("Give a number from %d to %d.", "%d から %d までの数を指定してください。")
                            .with(least, most)));
        }
    }
}
