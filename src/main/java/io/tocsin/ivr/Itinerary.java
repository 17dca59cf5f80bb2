package io.tocsin.ivr;

import io.tocsin.ivr.Branch.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Plans a walk: which requests take every branch of a script, in every language. Pure. */
final class Itinerary {
    /** Stands for a caller; no call is made to it. A mobile number, so that the text message is walked, too. */
    static final String MOBILE = "+819012345678";

    private final UUID centerId;
    private final IvrScript script;
    private final List<String> languages;
    private final String entry;
    private final List<Leg> legs = new ArrayList<>();

    private Itinerary(LiveScript live) {
        this.centerId = live.publication().centerId();
        this.script = live.script();
        this.languages = live.publication().languages();
        this.entry = live.entry();
    }

    static List<Leg> of(LiveScript live) {
        return new Itinerary(live).plan();
    }

    private List<Leg> plan() {
        String first = languages.size() == 1 ? languages.get(0) : "";
        Branch begin = new Branch(CallFlow.ENTRY, Kind.NEXT, "", entry);
        legs.add(new Leg(begin, first, VoicePaths.entry(centerId), Map.of(), verbs(entry), entry));
        for (Node node : script.nodes().values()) {
            for (String language : spoken(node)) {
                legs.add(enter(node, language));
                Edges.of(node).forEach(branch -> walk(node, branch, language));
            }
        }
        return legs;
    }

    /** A language menu is heard before there is a language, and not at all where there is only one. */
    private List<String> spoken(Node node) {
        if (node instanceof Node.LanguageMenu) {
            return languages.size() == 1 ? List.of() : List.of("");
        }
        return languages;
    }

    private Leg enter(Node node, String language) {
        Branch branch = new Branch(node.name(), Kind.NEXT, "", node.name());
        return leg(branch, language, Action.ENTER, 1, Map.of(), verbs(node.name()), node.name());
    }

    private void walk(Node node, Branch branch, String language) {
        switch (branch.kind()) {
            case KEY -> key(node, branch, language);
            case TIMEOUT -> retries(node, branch, language, Action.SILENCE, Map.of());
            case WRONG_KEY -> retries(node, branch, language, Action.KEY, Map.of("Digits", notOffered(node)));
            case OFFER -> {
                Map<String, String> key = Map.of("Digits", branch.key());
                legs.add(leg(branch, language, Action.LEFT_KEY, 1, key, verbs(branch.target()), branch.target()));
            }
            case OTHERWISE -> {
                legs.add(leg(branch, language, Action.WAIT, 1, Map.of("QueuePosition", "1"), Set.of("Gather"), ""));
                Map<String, String> full = Map.of("QueueResult", "queue-full");
                legs.add(leg(branch, language, Action.QUEUE, 1, full, verbs(branch.target()), branch.target()));
            }
            case NEXT -> ending(node, branch, language);
        }
    }

    private void key(Node node, Branch branch, String language) {
        Map<String, String> key = Map.of("Digits", branch.key());
        if (node instanceof Node.Callback) {
            Set<String> verbs = branch.key().equals("1") ? Set.of("Say", "Hangup") : Set.of("Gather", "Redirect");
            legs.add(leg(branch, language, Action.KEY, 1, key, verbs, ""));
            return;
        }
        boolean spoken = !(node instanceof Node.LanguageMenu menu)
                || !menu.languages().containsKey(branch.key())
                || languages.contains(menu.languages().get(branch.key()));
        if (spoken) {
            legs.add(leg(branch, language, Action.KEY, 1, key, verbs(branch.target()), branch.target()));
        }
    }

    /** Every try asks again, the last one leads on. */
    private void retries(Node node, Branch branch, String language, Action action, Map<String, String> form) {
        Node.Asking asking = (Node.Asking) node;
        int tries = (branch.kind() == Kind.TIMEOUT ? asking.timeout() : asking.wrongKey()).tries();
        for (int attempt = 1; attempt < tries; attempt++) {
            legs.add(leg(branch, language, action, attempt, form, verbs(node.name()), node.name()));
        }
        legs.add(leg(branch, language, action, tries, form, verbs(branch.target()), branch.target()));
        if (asking instanceof Node.Callback && branch.kind() == Kind.TIMEOUT) {
            legs.add(leg(
                    branch, language, Action.NUMBER_SILENCE, tries, Map.of(), verbs(branch.target()), branch.target()));
        }
    }

    /** What follows without a key: the next node, or the end. */
    private void ending(Node node, Branch branch, String language) {
        if (!branch.target().isEmpty()) {
            String path = VoicePaths.node(centerId, branch.target(), Action.ENTER, language, 1);
            legs.add(new Leg(branch, language, path, Map.of(), verbs(branch.target()), branch.target()));
        }
        if (node instanceof Node.SmsLink) {
            Map<String, String> withheld = Map.of("From", "anonymous");
            legs.add(leg(branch, language, Action.ENTER, 1, withheld, Set.of("Say", "Redirect"), ""));
        }
        if (node instanceof Node.Voicemail) {
            Map<String, String> recorded = Map.of("RecordingSid", "REwalk", "RecordingDuration", "3");
            legs.add(leg(branch, language, Action.RECORDED, 1, recorded, Set.of("Say", "Hangup"), ""));
            legs.add(leg(branch, language, Action.SILENCE, 1, Map.of(), Set.of("Hangup"), ""));
        }
    }

    private Leg leg(
            Branch branch,
            String language,
            Action action,
            int attempt,
            Map<String, String> form,
            Set<String> verbs,
            String leadsTo) {
        String path = VoicePaths.node(centerId, branch.node(), action, language, attempt);
        return new Leg(branch, language, path, form, verbs, leadsTo);
    }

    /** What a caller must get on arriving at a node. */
    private Set<String> verbs(String target) {
        Node node = script.node(target);
        return switch (node) {
            // Nothing stands there: whatever is answered instead says nothing to the caller.
            case null -> Set.of("Say");
            case Node.Asking asking -> Set.of("Gather", "Say", "Redirect");
            case Node.Say say -> Set.of("Say", "Redirect");
            case Node.Queueing queueing -> Set.of("Say", "Enqueue", "Task");
            case Node.SmsLink sms -> Set.of("Sms", "Say", "Redirect");
            case Node.Voicemail voicemail -> Set.of("Say", "Record");
            case Node.Closing closing -> Set.of("Say", "Hangup");
            case Node.HangUp hangUp -> Set.of("Hangup");
        };
    }

    private static String notOffered(Node node) {
        Set<String> offered = new HashSet<>();
        Edges.of(node).forEach(branch -> offered.add(branch.key()));
        for (String key : List.of("8", "7", "6", "5", "4", "3", "2", "1", "0", "9", "*", "#")) {
            if (!offered.contains(key)) {
                return key;
            }
        }
        // With all twelve keys in use, no key is a wrong one; two at once are.
        return "88";
    }
}
