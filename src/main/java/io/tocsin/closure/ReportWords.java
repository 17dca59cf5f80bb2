package io.tocsin.closure;

import io.tocsin.platform.Phrase;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of the after-action report. */
final class ReportWords {
    private static final Map<String, Phrase> ALL = Map.ofEntries(
            Map.entry("title", Phrase.of("After-action report", "事後報告書")),
            Map.entry("drill", Phrase.of("Drill", "訓練")),
            Map.entry("aware", Phrase.of("Aware of the incident", "事案の認知")),
            Map.entry("opened", Phrase.of("Opened", "開設")),
            Map.entry("closed", Phrase.of("Closed", "閉鎖")),
            Map.entry("phase", Phrase.of("Phase", "段階")),
            Map.entry("written", Phrase.of("Written", "作成")),
            Map.entry("timeLine", Phrase.of("Time line", "経過")),
            Map.entry("calls", Phrase.of("Calls", "電話")),
            Map.entry("callsTotal", Phrase.of("Calls", "着信数")),
            Map.entry("callsWanted", Phrase.of("Wanted a person", "担当者希望")),
            Map.entry("callsAnswered", Phrase.of("Answered", "応答")),
            Map.entry("callsGaveUp", Phrase.of("Gave up waiting", "待ち時間中に切断")),
            Map.entry("serviceLevel", Phrase.of("Of these answered within %s seconds", "うち%s秒以内の応答")),
            Map.entry("callsByOutcome", Phrase.of("How calls ended", "通話の結果")),
            Map.entry("inquiries", Phrase.of("Inquiries on all channels", "全チャネルの問い合わせ")),
            Map.entry("total", Phrase.of("In all", "総数")),
            Map.entry("stillOpen", Phrase.of("Still open", "未了")),
            Map.entry("escalated", Phrase.of("Escalated", "エスカレーション")),
            Map.entry("recorded", Phrase.of("Recorded by an agent", "担当者による記録")),
            Map.entry("overdue", Phrase.of("Follow-ups overdue", "期限切れの後日対応")),
            Map.entry("satisfaction", Phrase.of("Satisfaction, 1 to 5", "満足度（1〜5）")),
            Map.entry("byChannel", Phrase.of("By channel", "チャネル別")),
            Map.entry("byReason", Phrase.of("By reason", "理由別")),
            Map.entry("byOutcome", Phrase.of("By outcome", "結果別")),
            Map.entry("byHour", Phrase.of("By hour", "時間帯別")),
            Map.entry("bySatisfaction", Phrase.of("Answers to: did we help you?", "「お役に立ちましたか」への回答")),
            Map.entry("announcements", Phrase.of("Announcements", "告知")),
            Map.entry("campaigns", Phrase.of("Collection", "回収")),
            Map.entry("desks", Phrase.of("Desk times, in minutes", "デスクの稼働時間（分）")),
            Map.entry("deskSeat", Phrase.of("Seat", "席")),
            Map.entry("deskCheckIns", Phrase.of("Check-ins", "着席回数")),
            Map.entry("deskAtWork", Phrase.of("At work", "稼働")),
            Map.entry("deskReady", Phrase.of("Ready", "受付可")),
            Map.entry("deskTalking", Phrase.of("In conversations", "対応")),
            Map.entry("deskAfterCall", Phrase.of("After-call work", "後処理")),
            Map.entry("deskPause", Phrase.of("Break", "休憩")),
            Map.entry("deskAway", Phrase.of("Did not answer", "応答なし")),
            Map.entry("deskOverruns", Phrase.of("Longer than planned", "予定超過")),
            Map.entry("obligations", Phrase.of("Obligations", "法令上の義務")),
            Map.entry("duty", Phrase.of("Duty", "義務")),
            Map.entry("due", Phrase.of("Due", "期限")),
            Map.entry("done", Phrase.of("Done", "履行日")),
            Map.entry("state", Phrase.of("State", "状態")),
            Map.entry("unknown", Phrase.of("What people asked that the FAQ did not know", "FAQで答えられなかった質問")),
            Map.entry("none", Phrase.of("None", "なし")));

    private ReportWords() {}

    static Map<String, String> of(String language) {
        return ALL.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()
                .in(language)
                .replace("%s", Integer.toString(CallFigures.TARGET_SECONDS))));
    }
}
