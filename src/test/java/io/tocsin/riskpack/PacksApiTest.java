package io.tocsin.riskpack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.tocsin.stack.TestStack;
import io.tocsin.stack.TocsinTest;
import org.junit.jupiter.api.Test;

@TocsinTest
class PacksApiTest {
    @Test
    void theWholePackIsGivenToWhoeverWorksWithIt() {
        String token = TestStack.get().people().tokenOf("crisis-manager");

        given().auth()
                .oauth2(token)
                .get("/api/packs")
                .then()
                .statusCode(200)
                .body("id", hasItems("data-breach", "disaster", "product-recall"));
        given().auth()
                .oauth2(token)
                .get("/api/packs/product-recall")
                .then()
                .statusCode(200)
                .body("notices", hasSize(12));
        given().auth()
                .oauth2(token)
                .get("/api/packs/refused")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        given().auth().oauth2(token).get("/api/packs/nothing").then().statusCode(404);
    }

    @Test
    void aStrangerSeesNoPack() {
        given().redirects().follow(false).get("/api/packs").then().statusCode(401);
    }
}
