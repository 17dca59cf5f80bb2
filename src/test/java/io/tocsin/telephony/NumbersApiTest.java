package io.tocsin.telephony;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tocsin.provisioning.Made;
import io.tocsin.riskpack.NumberType;
import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The inventory and the drill as people reach them. */
@TocsinTest
class NumbersApiTest {
    @Inject
    Workshop workshop;

    @Test
    void onlyOpsHoldAndReleaseNumbers() {
        Workshop.Center center = workshop.center();
        Made made = center.make(
                "phone-number",
                "number/main",
                new PhoneNumberSpec("US", NumberType.FREEPHONE, "http://127.0.0.1:9/v", null, null, null, 30, null));
        String id = made.outputs().path("inventoryId").asText();
        String number = made.outputs().path("phoneNumber").asText();

        given().get("/api/numbers").then().statusCode(401);
        as("agent").get("/api/numbers").then().statusCode(403);
        as("crisis-manager")
                .body(Map.of("reason", "x"))
                .post("/api/numbers/" + id + "/holds")
                .then()
                .statusCode(403);
        as("ops")
                .get("/api/numbers?mode=DRILL&state=IN_USE")
                .then()
                .statusCode(200)
                .body("number.e164", hasItem(number));
        as("ops")
                .body(Map.of("reason", ""))
                .post("/api/numbers/" + id + "/holds")
                .then()
                .statusCode(422);
        String hold = as("ops")
                .body(Map.of("reason", "regulator"))
                .post("/api/numbers/" + id + "/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("ops")
                .body(Map.of("reason", "done", "number", number))
                .post("/api/numbers/" + id + "/release")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The number is on hold."));
        as("ops").delete("/api/numbers/" + id + "/holds/" + hold).then().statusCode(204);
        as("ops")
                .body(Map.of("reason", "done", "number", "+1"))
                .post("/api/numbers/" + id + "/release")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("number"));
        as("ops").get("/api/numbers/check?mode=DRILL").then().statusCode(200).body("goneThere", notNullValue());
    }

    @Test
    void drillsAreForThoseWhoRunThem() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/drill/calls")
                .then()
                .statusCode(401);
        as("agent").body("{}").post("/api/drill/calls").then().statusCode(403);
        as("supervisor")
                .body(Map.of("to", "+4912"))
                .post("/api/drill/calls")
                .then()
                .statusCode(422);
        as("supervisor")
                .body(Map.of("latencyMs", -1, "speed", 0))
                .put("/api/drill/carrier/behaviour")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("speed"));
        as("supervisor")
                .body(Map.of("afterMs", 5))
                .put("/api/drill/phones/sip:x@drill.example")
                .then()
                .statusCode(200);
        as("supervisor").get("/api/drill/phones/sip:x@drill.example").then().body("afterMs", equalTo(5));
        as("supervisor").get("/api/drill/calls/CA0").then().statusCode(404);
    }

    @Test
    void theCarrierItselfKnowsOnlyItsAccount() {
        given().get("/drill-carrier/taskrouter/v1/Workspaces")
                .then()
                .statusCode(401)
                .body("code", equalTo(20003));
        given().auth()
                .preemptive()
                .basic("ACx", "y")
                .get("/drill-carrier/taskrouter/v1/Workspaces")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestStack.get().people().tokenOf(role)).contentType(ContentType.JSON);
    }
}
