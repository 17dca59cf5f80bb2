package io.tocsin.desk;

import static io.tocsin.stack.DrillCenter.SOON;
import static io.tocsin.stack.DrillCenter.as;
import static io.tocsin.stack.DrillCenter.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.tocsin.stack.Api;
import io.tocsin.stack.Browser;
import io.tocsin.stack.CenterWait;
import io.tocsin.stack.DrillCenter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An open drill center, its agents at their desks, with simulated telephones that answer by themselves. */
final class DeskCenter {
    static final Map<String, Object> BY_HAND =
            Map.of("rulesAcknowledged", true, "afterCallWork", true, "phoneByHand", true);

    private final DrillCenter center;

    private DeskCenter(DrillCenter center) {
        this.center = center;
    }

    static DeskCenter open(Map<String, ?> capacity) {
        DrillCenter.roster(14);
        DrillCenter center = DrillCenter.declare("galaxy-note7", capacity)
                .launch()
                .awaitPhase("READY")
                .signIn()
                .open();
        as("crisis-manager")
                .put(center.path() + "/members/supervisor@drill.example", null)
                .expect(204);
        return new DeskCenter(center);
    }

    /** The supervisor gets a telephone in the roster; nobody there speaks the language of a seat. */
    static void supervisorsTelephone(String number) {
        as("ops")
                .csv(
                        "/api/roster",
                        "name,email,ring,languages,skills,site,employment,clearance,trainedFor,homePermission\n"
                                + "Drill Supervisor,supervisor@drill.example," + number
                                + ",fr,general,headquarters,employee,yes,disaster,no\n")
                .expect(200);
    }

    DeskCenter everybodyOut() {
        for (String email : center.agents()) {
            DrillCenter.person(email).post(desk() + "/check-out", null).expect(200);
        }
        return this;
    }

    /** In the order of their seats. */
    Api agent(int i) {
        return DrillCenter.person(center.agents().get(i));
    }

    void close() {
        center.close();
    }

    DrillCenter center() {
        return center;
    }

    UUID id() {
        return center.id();
    }

    /** Of the API. */
    String desk() {
        return center.path() + "/desk";
    }

    /** Of the console. */
    String pages() {
        return "/console/centers/" + center.id();
    }

    String agent(boolean cleared) {
        return stream(center.get("/seats"))
                .filter(s -> s.path("personalData").asBoolean() == cleared
                        && !s.path("email").asText("").isEmpty())
                .map(s -> s.path("email").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no seat with clearance " + cleared));
    }

    /** Checks in, and answers on the screen. */
    Api atWork(String email) {
        Api agent = DrillCenter.person(email);
        agent.post(desk() + "/check-in", BY_HAND).expect(200);
        return agent;
    }

    /** As {@link #atWork}, by clicks. */
    Page checkIn(Browser browser) {
        Page desk = browser.go(pages() + "/desk").page();
        desk.check("#rulesAcknowledged");
        desk.click("button.main");
        desk.waitForSelector("#take-break");
        return desk;
    }

    String state(Api agent) {
        return agent.get(desk()).expect(200).body().path("state").asText();
    }

    void awaitState(Api agent, String wanted) {
        CenterWait.until("the seat is " + wanted, SOON, () -> state(agent).equals(wanted) ? true : null);
    }

    JsonNode board() {
        return as("supervisor").get(desk() + "/board").expect(200).body();
    }

    /** Runs until it is completed: agents see each person of the audience first. */
    String previewCampaign(UUID audience) {
        String path = center.path() + "/campaigns";
        String campaign = as("crisis-manager")
                .post(
                        path,
                        Map.of(
                                "name",
                                "Bring them back",
                                "audience",
                                audience,
                                "settings",
                                Map.of("dialing", "PREVIEW", "attempts", 2)))
                .expect(201)
                .body()
                .path("campaign")
                .path("id")
                .asText();
        as("crisis-manager").post(path + "/" + campaign + "/start", null).expect(200);
        return campaign;
    }

    void complete(String campaign) {
        as("crisis-manager")
                .post(center.path() + "/campaigns/" + campaign + "/complete", null)
                .expect(200);
    }

    /** @param from null for somebody whom nobody knows */
    void callIn(String from) {
        callIn(from, "en");
    }

    void callIn(String from, String language) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "to", center.number(), "keys", List.of(language.equals("ja") ? "2" : "1", "0"), "language", language));
        if (from != null) {
            wanted.put("from", from);
        }
        as("crisis-manager").post("/api/drill/calls", wanted).expect(201);
    }
}
