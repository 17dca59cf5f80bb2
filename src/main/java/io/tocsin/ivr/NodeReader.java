package io.tocsin.ivr;

import io.tocsin.platform.Findings;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one node of a script. */
final class NodeReader {
    /** Priority of a caller whose life may be in danger; above every priority that a script may give. */
    static final int DANGER_PRIORITY = 1000;

    private final SpokenReader spoken;
    private final List<String> languages;
    private final Findings findings;

    /** The kinds of node, as a script names them. */
    enum Kind {
        LANGUAGE_MENU,
        MENU,
        SAY,
        ENQUEUE,
        DANGER_TO_LIFE,
        SMS_LINK,
        VOICEMAIL,
        CALLBACK,
        CLOSING,
        HANG_UP
    }

    NodeReader(SpokenReader spoken, List<String> languages, Findings findings) {
        this.spoken = spoken;
        this.languages = languages;
        this.findings = findings;
    }

    Optional<Node> read(String name, YamlNode at) {
        return at.need("kind").choice(Kind.class).map(kind -> node(kind, name, at));
    }

    private Node node(Kind kind, String name, YamlNode at) {
        return switch (kind) {
            case LANGUAGE_MENU -> {
                at.onlyKeys(Set.of("kind", "say", "languages", "keys", "next", "timeout", "wrong-key"));
                yield new Node.LanguageMenu(
                        name,
                        spoken.need(at, "say"),
                        languages(at.need("languages")),
                        keys(at.at("keys")),
                        at.need("next").text(),
                        retry(at.need("timeout")),
                        retry(at.need("wrong-key")));
            }
            case MENU -> {
                at.onlyKeys(Set.of("kind", "say", "keys", "timeout", "wrong-key"));
                yield new Node.Menu(
                        name,
                        spoken.need(at, "say"),
                        keys(at.need("keys")),
                        retry(at.need("timeout")),
                        retry(at.need("wrong-key")));
            }
            case SAY -> {
                at.onlyKeys(Set.of("kind", "say", "next"));
                yield new Node.Say(name, spoken.need(at, "say"), at.need("next").text());
            }
            case ENQUEUE -> new Node.Enqueue(name, lane(at, at.at("priority").number(0)));
            case DANGER_TO_LIFE -> new Node.Danger(name, lane(at, DANGER_PRIORITY));
            case SMS_LINK -> {
                at.onlyKeys(Set.of("kind", "message", "sent", "not-mobile", "next"));
                yield new Node.SmsLink(
                        name,
                        spoken.need(at, "message"),
                        spoken.need(at, "sent"),
                        spoken.need(at, "not-mobile"),
                        at.need("next").text());
            }
            case VOICEMAIL -> {
                at.onlyKeys(Set.of("kind", "say", "thanks", "seconds"));
                yield new Node.Voicemail(
                        name,
                        spoken.need(at, "say"),
                        spoken.need(at, "thanks"),
                        within(at.at("seconds"), at.at("seconds").number(120), 10, 600));
            }
            case CALLBACK -> {
                at.onlyKeys(Set.of("kind", "say", "ask-number", "thanks", "timeout", "wrong-key"));
                yield new Node.Callback(
                        name,
                        spoken.need(at, "say"),
                        spoken.need(at, "ask-number"),
                        spoken.need(at, "thanks"),
                        retry(at.need("timeout")),
                        retry(at.need("wrong-key")));
            }
            case CLOSING -> {
                at.onlyKeys(Set.of("kind", "say"));
                yield new Node.Closing(name, spoken.need(at, "say"));
            }
            case HANG_UP -> {
                at.onlyKeys(Set.of("kind"));
                yield new Node.HangUp(name);
            }
        };
    }

    private Node.Lane lane(YamlNode at, int priority) {
        at.onlyKeys(Set.of(
                "kind",
                "queue",
                "reason",
                "skill",
                "personal-data",
                "priority",
                "say",
                "waiting",
                "offers",
                "otherwise"));
        at.need("personal-data");
        return new Node.Lane(
                code(at.need("queue")),
                code(at.need("reason")),
                code(at.need("skill")),
                at.at("personal-data").flag(true),
                priority == DANGER_PRIORITY ? priority : within(at.at("priority"), priority, 0, 100),
                spoken.need(at, "say"),
                at.at("waiting").isPresent() ? spoken.needWaiting(at, "waiting") : Spoken.NOTHING,
                keys(at.at("offers")),
                at.need("otherwise").text());
    }

    private String code(YamlNode at) {
        String code = at.text();
        if (at.isPresent() && !code.matches("[a-z][a-z0-9-]{0,39}")) {
            at.wrong(Phrase.of("'%s' must be small letters, digits and hyphens", "'%s' には英小文字・数字・ハイフンだけを使ってください")
                    .with(code));
        }
        return code;
    }

    private Retry retry(YamlNode at) {
        if (!at.isPresent()) {
            return new Retry(1, "");
        }
        at.onlyKeys(Set.of("tries", "then"));
        return new Retry(
                within(at.at("tries"), at.at("tries").number(2), 1, 5),
                at.need("then").text());
    }

    private Map<String, String> keys(YamlNode at) {
        Map<String, String> keys = new LinkedHashMap<>();
        at.entries().forEach((key, target) -> {
            if (!key.matches("[0-9*#]")) {
                target.wrong(Phrase.of(
                                "'%s' is not a key of a telephone: use one of 0 to 9, * and # in quotes",
                                "'%s' は電話のキーではありません。0〜9、*、# のいずれかを引用符で囲んで書いてください")
                        .with(key));
            }
            keys.put(key, target.text());
        });
        return keys;
    }

    private Map<String, String> languages(YamlNode at) {
        Map<String, String> chosen = keys(at);
        at.entries().forEach((key, language) -> {
            if (!languages.contains(language.text())) {
                language.wrong(Phrase.of("'%s' is not a language of this pack", "'%s' はこのパックの言語ではありません")
                        .with(language.text()));
            }
        });
        for (String language : languages) {
            if (at.isPresent() && !chosen.containsValue(language)) {
                at.wrong(Phrase.of("No key chooses the language '%s'", "言語 '%s' を選ぶキーがありません")
                        .with(language));
            }
        }
        return chosen;
    }

    private int within(YamlNode at, int value, int least, int most) {
        if (value < least || value > most) {
            findings.add(
                    at,
                    Phrase.of("%d is out of range: %d to %d", "%d は範囲外です（%d〜%d）")
                            .with(value, least, most));
        }
        return value;
    }
}
