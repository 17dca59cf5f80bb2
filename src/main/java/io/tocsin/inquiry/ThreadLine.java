package io.tocsin.inquiry;

import io.tocsin.announcement.SentMessages;
import io.tocsin.platform.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One thing that happened between a person and the center, as it stands in the list of all of them.
 *
 * @param side whose word it is: {@code PERSON}, {@code BOT}, {@code AGENT} or {@code NOTE}
 * @param by the colleague; null for others
 * @param text masked; null where nothing was written, and for readers without clearance
 * @param due when it is to be followed up; null for none
 * @param inquiry that it belongs to; null for what we sent by ourselves
 */
record ThreadLine(Instant at, String side, Phrase what, String by, String text, Instant due, UUID inquiry) {
    @Override
    public String toString() {
        return "ThreadLine " + side + " " + at;
    }

    /** Everything in one list, in the order in which it happened. */
    static List<ThreadLine> of(
            List<Inquiry> inquiries,
            List<Threads.Record> records,
            List<Message> messages,
            List<SentMessages.Sent> sent) {
        List<ThreadLine> lines = new ArrayList<>();
        inquiries.forEach(i -> lines.add(came(i)));
        sent.forEach(s -> lines.add(sent(s)));
        messages.forEach(m -> lines.add(
                new ThreadLine(m.at(), m.author().name(), m.author().words(), m.by(), m.text(), null, m.inquiry())));
        records.forEach(r -> lines.add(recorded(r)));
        inquiries.stream().filter(i -> i.satisfaction() != null).forEach(i -> lines.add(rated(i)));
        lines.sort(Comparator.comparing(ThreadLine::at));
        return lines;
    }

    private static ThreadLine came(Inquiry i) {
        Phrase reason = Reasons.words(i.reason());
        Phrase what = reason == null
                ? i.channel().words()
                : Phrase.of("%s: %s", "%s：%s").with(i.channel().words(), reason);
        return new ThreadLine(i.receivedAt(), Author.PERSON.name(), what, null, i.body(), null, i.id());
    }

    private static ThreadLine sent(SentMessages.Sent s) {
        Phrase what = Phrase.of("We sent “%s” (%s, %s)", "「%s」を送信（%s、%s）")
                .with(s.title(), s.by(), s.state().words());
        return new ThreadLine(s.at(), Author.AGENT.name(), what, null, null, null, null);
    }

    private static ThreadLine recorded(Threads.Record r) {
        Phrase reason = Reasons.words(r.reason());
        Phrase what = Phrase.of("On record: %s (%s)", "記録：%s（%s）")
                .with(r.outcome().words(), reason == null ? Phrase.of("no reason", "用件なし") : reason);
        return new ThreadLine(r.at(), Author.NOTE.name(), what, r.by(), r.note(), r.due(), r.inquiry());
    }

    private static ThreadLine rated(Inquiry i) {
        Instant at = i.resolvedAt() == null ? i.receivedAt() : i.resolvedAt();
        return new ThreadLine(
                at,
                Author.PERSON.name(),
                Phrase.of("Rated us %d of 5", "満足度 %d / 5").with(i.satisfaction()),
                null,
                null,
                null,
                i.id());
    }
}
