package io.tocsin.center;

import io.tocsin.ivr.IvrScriptSpec;
import io.tocsin.ivr.QueueNeed;
import io.tocsin.notice.NoticeDriver;
import io.tocsin.notice.NoticeSpec;
import io.tocsin.platform.Json;
import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.PlannedResource;
import io.tocsin.riskpack.CapacityProfile;
import io.tocsin.riskpack.NumberType;
import io.tocsin.seat.FilledSeat;
import io.tocsin.seat.Person;
import io.tocsin.seat.SeatIdentitySpec;
import io.tocsin.seat.SeatKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a center should own: a pure function of {@link PlanInput}. The same for the preview, launch, surge,
 * shrinking and standby. Listed in the order in which it is best made.
 */
final class CenterPlan {
    static final String WORKSPACE = "workspace";
    static final String WORKFLOW = "workflow";
    static final String MESSAGING = "messaging";
    static final String SCRIPT = "script";
    static final String ACTIVITY_READY = "activity/ready";
    static final String ACTIVITY_BREAK = "activity/break";
    static final String ACTIVITY_AFTER_CALL = "activity/after-call";

    /** Countries whose freephone numbers can send SMS. */
    private static final Set<String> FREEPHONE_SMS = Set.of("US", "CA");

    private final PlanInput input;
    private final CarrierSpecs carrier;
    private final List<PlannedResource> resources = new ArrayList<>();

    private CenterPlan(PlanInput input) {
        this.input = input;
        this.carrier = new CarrierSpecs(input.baseUrl(), input.centerId());
    }

    static List<PlannedResource> of(PlanInput input) {
        CenterPlan plan = new CenterPlan(input);
        plan.routing();
        List<String> numbers = plan.numbers();
        plan.messaging(numbers);
        plan.people();
        plan.published(numbers);
        plan.invitations();
        return List.copyOf(plan.resources);
    }

    private void add(String name, String kind, Object spec, List<String> dependsOn, Phrase title) {
        resources.add(new PlannedResource(name, kind, Json.tree(spec), dependsOn, title));
    }

    private void routing() {
        add(WORKSPACE, "routing-workspace", carrier.workspace(), List.of(), Phrase.of("Call routing", "通話の振り分け"));
        add(
                ACTIVITY_READY,
                "routing-activity",
                carrier.activity(true),
                List.of(WORKSPACE),
                Phrase.of("Agent state: ready", "エージェント状態: 受付可"));
        add(
                ACTIVITY_BREAK,
                "routing-activity",
                carrier.activity(false),
                List.of(WORKSPACE),
                Phrase.of("Agent state: break", "エージェント状態: 休憩"));
        add(
                ACTIVITY_AFTER_CALL,
                "routing-activity",
                carrier.activity(false),
                List.of(WORKSPACE),
                Phrase.of("Agent state: after-call work", "エージェント状態: 後処理"));
        for (QueueNeed queue : input.queues()) {
            add(
                    "queue/" + queue.name(),
                    "routing-queue",
                    carrier.queue(queue),
                    List.of(WORKSPACE),
                    Phrase.of("Queue %s", "キュー %s").with(queue.name()));
        }
        List<String> queues =
                input.queues().stream().map(q -> "queue/" + q.name()).toList();
        List<String> needs = new ArrayList<>(List.of(WORKSPACE));
        needs.addAll(queues);
        add(
                WORKFLOW,
                "routing-workflow",
                carrier.workflow(input.queues()),
                needs,
                Phrase.of("Workflow: which call goes to which queue", "ワークフロー: 着信とキューの対応"));
    }

    private List<String> numbers() {
        List<String> names = new ArrayList<>();
        for (CapacityProfile.NumberNeed need : input.numbers()) {
            for (int i = 1; i <= need.count(); i++) {
                String name = numberName(need.role(), i);
                names.add(name);
                add(
                        name,
                        "phone-number",
                        carrier.number(need, input.quarantineDays().get(need.type())),
                        List.of(),
                        Phrase.of("Number %d for '%s': %s, %s", "番号 %d（用途「%s」）: %s、%s")
                                .with(i, need.role(), need.type().word(), need.country()));
            }
        }
        return names;
    }

    static String numberName(String role, int index) {
        return "number/" + role + "-" + index;
    }

    private void messaging(List<String> numbers) {
        List<String> senders = new ArrayList<>();
        for (CapacityProfile.NumberNeed need : input.numbers()) {
            boolean sends = need.type() != NumberType.FREEPHONE || FREEPHONE_SMS.contains(need.country());
            for (int i = 1; sends && i <= need.count(); i++) {
                senders.add(numberName(need.role(), i));
            }
        }
        if (senders.isEmpty()) {
            return;
        }
        add(MESSAGING, "messaging-service", carrier.messaging(), List.of(), Phrase.of("SMS sender", "SMS 送信元"));
        for (String number : senders) {
            add(
                    "sender/" + number.substring("number/".length()),
                    "messaging-sender",
                    carrier.sender(number),
                    List.of(MESSAGING, number),
                    Phrase.of("SMS from %s", "%s からの SMS").with(number));
        }
    }

    private void people() {
        add(
                SeatKinds.GROUP_NAME,
                SeatKinds.GROUP,
                Map.of(),
                List.of(),
                Phrase.of("Log-in group of the center", "センターのログイングループ"));
        for (FilledSeat seat : input.seats()) {
            seat.person()
                    .ifPresent(person -> add(
                            SeatKinds.IDENTITY_PREFIX + person.id(),
                            SeatKinds.IDENTITY,
                            new SeatIdentitySpec(person.id(), person.name(), person.email()),
                            List.of(SeatKinds.GROUP_NAME),
                            Phrase.of("Log-in for seat %s: %s", "席 %s のログイン: %s")
                                    .with(seat.need().seatNo(), person.name())));
        }
        for (FilledSeat seat : input.seats()) {
            seat.person()
                    .ifPresent(person -> add(
                            workerName(person),
                            "routing-worker",
                            carrier.worker(seat, person),
                            List.of(WORKSPACE),
                            Phrase.of("Call routing to seat %s: %s", "席 %s への着信: %s")
                                    .with(seat.need().seatNo(), person.name())));
        }
    }

    static String workerName(Person person) {
        return "worker/" + person.id();
    }

    private void published(List<String> numbers) {
        String main = numbers.isEmpty() ? null : numbers.get(0);
        Map<String, String> webNotices = new LinkedHashMap<>();
        for (PlanInput.NoticeNeed need : input.notices()) {
            String name = noticeName(need);
            if (need.channel().equals("web")) {
                webNotices.putIfAbsent(need.language(), name);
            }
            add(
                    name,
                    NoticeDriver.KIND,
                    new NoticeSpec(
                            input.packId(),
                            input.packVersion(),
                            need.name(),
                            need.channel(),
                            need.language(),
                            input.factsVersion(),
                            input.words().get(need.language()),
                            main,
                            input.country()),
                    main == null ? List.of() : List.of(main),
                    Phrase.of("Notice '%s' on %s in %s", "告知「%s」（%s、%s）")
                            .with(need.name(), need.channel(), need.language()));
        }
        List<String> needs = new ArrayList<>(List.of(WORKFLOW));
        needs.addAll(webNotices.values());
        if (main != null) {
            needs.add(main);
        }
        add(
                SCRIPT,
                IvrScriptSpec.KIND,
                new IvrScriptSpec(
                        input.packId(),
                        input.packVersion(),
                        Integer.toString(input.factsVersion()),
                        input.languages(),
                        input.jurisdictions(),
                        input.words(),
                        input.mode(),
                        WORKFLOW,
                        main,
                        webNotices),
                needs,
                Phrase.of("Telephone script", "電話応答スクリプト"));
    }

    static String noticeName(PlanInput.NoticeNeed need) {
        return "notice/" + need.name() + "/" + need.channel() + "/" + need.language();
    }

    /** Not before calls can reach the seat: whoever is called to it wants to take it. */
    private void invitations() {
        for (FilledSeat seat : input.seats()) {
            seat.person()
                    .ifPresent(person -> add(
                            SeatKinds.INVITATION_PREFIX + person.id(),
                            SeatKinds.INVITATION,
                            Map.of(
                                    "email",
                                    person.email(),
                                    "organization",
                                    input.organization(),
                                    "seatNo",
                                    seat.need().seatNo()),
                            List.of(SeatKinds.IDENTITY_PREFIX + person.id(), workerName(person)),
                            Phrase.of("Invitation to seat %s: %s", "席 %s への招待: %s")
                                    .with(seat.need().seatNo(), person.name())));
        }
    }
}
