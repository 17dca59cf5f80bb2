package io.tocsin.platform;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** What is the same for everybody: compressed once, and told apart by its content, so that nobody gets it twice. */
public final class SharedBody {
    private final byte[] plain;
    private final byte[] compressed;
    private final String sum;

    private SharedBody(byte[] plain) {
        this.plain = plain;
        this.compressed = Gzip.of(plain);
        this.sum = sum(plain);
    }

    public static SharedBody of(byte[] content) {
        return new SharedBody(content.clone());
    }

    public static SharedBody of(String content) {
        return new SharedBody(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Changes with the content. */
    public String version() {
        return sum;
    }

    /** 304 to whoever has it already, else 200; type and caching are the caller's to add. */
    public Response.ResponseBuilder answer(Request request, HttpHeaders headers) {
        boolean small = Gzip.isTakenBy(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        EntityTag tag = new EntityTag(small ? sum + "-gz" : sum);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged;
        if (answer == null) {
            answer = Response.ok(small ? compressed : plain);
            if (small) {
                answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        return answer.tag(tag).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static String sum(byte[] content) {
        return Sha256.of(content).substring(0, 16);
    }
}
