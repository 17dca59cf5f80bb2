package io.tocsin.center;

import io.tocsin.platform.Phrase;
import java.util.Map;

/** How people call the kinds of resources. */
final class KindWords {
    private static final Map<String, Phrase> WORDS = Map.ofEntries(
            Map.entry("phone-number", Phrase.of("Phone numbers", "電話番号")),
            Map.entry("messaging-service", Phrase.of("SMS service", "SMS サービス")),
            Map.entry("messaging-sender", Phrase.of("SMS senders", "SMS 送信元")),
            Map.entry("routing-workspace", Phrase.of("Call routing", "通話の振り分け")),
            Map.entry("routing-activity", Phrase.of("Agent states", "エージェントの状態")),
            Map.entry("routing-queue", Phrase.of("Queues", "待ち行列")),
            Map.entry("routing-workflow", Phrase.of("Routing rules", "振り分け規則")),
            Map.entry("routing-worker", Phrase.of("Agents at the carrier", "キャリア側のエージェント")),
            Map.entry("center-group", Phrase.of("Log-in group", "ログイングループ")),
            Map.entry("seat-identity", Phrase.of("Agents' log-ins", "エージェントのログイン")),
            Map.entry("seat-invitation", Phrase.of("Invitations", "招待")),
            Map.entry("ivr-script", Phrase.of("Telephone script", "電話スクリプト")),
            Map.entry("notice", Phrase.of("Published notices", "公開中の告知")));

    private KindWords() {}

    static Phrase of(String kind) {
        return WORDS.getOrDefault(kind, Phrase.same(kind));
    }
}
