package io.tocsin.drill;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** The carrier's REST API, every domain of it, as {@code /drill-carrier/<domain>/…}. Guarded by Basic authentication. */
@Path("/drill-carrier/{domain}/{path:.+}")
@PermitAll
@RunOnVirtualThread
public class CarrierEdge {
    private static final Logger LOG = Logger.getLogger(CarrierEdge.class);

    private final DrillRole role;
    private final CarrierGate gate;
    private final List<CarrierApi> apis;

    CarrierEdge(DrillRole role, CarrierGate gate, @All List<CarrierApi> apis) {
        this.role = role;
        this.gate = gate;
        this.apis = apis;
    }

    @GET
    @Operation(hidden = true)
    public Response get(
            @PathParam("domain") String domain,
            @PathParam("path") String path,
            @HeaderParam("Authorization") String authorization,
            HttpServerRequest http) {
        return serve(domain, "GET", path, "", authorization, http);
    }

    @POST
    @Operation(hidden = true)
    public Response post(
            @PathParam("domain") String domain,
            @PathParam("path") String path,
            @HeaderParam("Authorization") String authorization,
            HttpServerRequest http,
            byte[] form) {
        return serve(domain, "POST", path, new String(form, StandardCharsets.UTF_8), authorization, http);
    }

    @DELETE
    @Operation(hidden = true)
    public Response delete(
            @PathParam("domain") String domain,
            @PathParam("path") String path,
            @HeaderParam("Authorization") String authorization,
            HttpServerRequest http) {
        return serve(domain, "DELETE", path, "", authorization, http);
    }

    private Response serve(
            String domain, String method, String path, String form, String authorization, HttpServerRequest http) {
        if (!role.active()) {
            return Response.status(404).build();
        }
        try (CarrierGate.Pass pass = gate.enter(authorization)) {
            CarrierAnswer answer = dispatch(request(domain, method, path, form, http.query()));
            if (pass.losesAnswer()) {
                lose(pass, http);
            }
            return response(answer);
        } catch (CarrierError e) {
            return response(e.answer());
        } catch (RuntimeException e) {
            LOG.errorf(e, "drill carrier failed method=%s domain=%s", method, domain);
            return response(new CarrierError(500, 20500, "An internal server error has occurred").answer());
        }
    }

    private CarrierAnswer dispatch(CarrierRequest request) {
        for (CarrierApi api : apis) {
            if (api.serves(request)) {
                return api.answer(request);
            }
        }
        throw CarrierError.notFound();
    }

    private static void lose(CarrierGate.Pass pass, HttpServerRequest http) {
        CarrierGate.pause(pass.hangsMs());
        // only once the connection is gone can nothing of the answer arrive
        http.connection().close().toCompletionStage().toCompletableFuture().join();
    }

    private static Response response(CarrierAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.status() == 429) {
            response.header("Retry-After", "1");
        }
        if (answer.sound() != null) {
            return response.type("audio/x-wav").entity(answer.sound()).build();
        }
        return answer.status() == 204
                ? response.build()
                : response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.body().toString())
                        .build();
    }

    private static CarrierRequest request(String domain, String method, String path, String form, String query) {
        String plain = path.endsWith(".json") ? path.substring(0, path.length() - 5) : path;
        Map<String, String> parameters = new LinkedHashMap<>();
        decode(query, parameters);
        decode(form, parameters);
        return new CarrierRequest(domain, method, Arrays.asList(plain.split("/")), parameters);
    }

    static void decode(String form, Map<String, String> into) {
        if (form == null || form.isEmpty()) {
            return;
        }
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            String key = URLDecoder.decode(name, StandardCharsets.UTF_8);
            into.merge(
                    key,
                    URLDecoder.decode(value, StandardCharsets.UTF_8),
                    // which events are told is a list, one value each
                    (first, more) -> key.endsWith("CallbackEvent") ? first + " " + more : first);
        }
    }
}
