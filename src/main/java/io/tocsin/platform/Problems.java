package io.tocsin.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into {@code application/problem+json} in the reader's language. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    @ServerExceptionMapper
    public Response known(ProblemException e, HttpHeaders headers) {
        return answer(e.problem(), headers);
    }

    @ServerExceptionMapper
    public Response notLoggedIn(UnauthorizedException e, HttpHeaders headers) {
        return unauthorized(headers);
    }

    @ServerExceptionMapper(priority = 1)
    public Response badToken(AuthenticationFailedException e, HttpHeaders headers) {
        return unauthorized(headers);
    }

    private static Response unauthorized(HttpHeaders headers) {
        return Response.fromResponse(answer(
                        Problem.of(
                                "not-logged-in",
                                401,
                                Phrase.of("Not logged in", "ログインしていません"),
                                Phrase.of(
                                        "Log in, or send a bearer token that is still valid.",
                                        "ログインするか、有効なベアラートークンを送ってください。")),
                        headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e, HttpHeaders headers) {
        return answer(
                Problem.forbidden(Phrase.of(
                                "Your role does not allow this. Ask a crisis manager of the center or ops.",
                                "この操作はあなたの役割では許可されていません。センターの危機管理担当者または運用担当者に依頼してください。"))
                        .problem(),
                headers);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, HttpHeaders headers) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(v -> new Violation(lastSegments(v.getPropertyPath().toString()), Phrase.same(v.getMessage())))
                .toList();
        return answer(
                Problem.invalid("invalid", Phrase.of("Correct the fields listed below.", "下記の項目を修正してください。"), violations)
                        .problem(),
                headers);
    }

    private static String lastSegments(String path) {
        // "declare.request.name": the method and its parameter mean nothing to the reader
        String[] segments = path.split("\\.", 3);
        return segments[segments.length - 1];
    }

    /** The framework has a mapper of its own for this, which would answer without a word. */
    @ServerExceptionMapper
    public Response notOfTheExpectedKind(MismatchedInputException e, HttpHeaders headers) {
        return unreadable(e, headers);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e, HttpHeaders headers) {
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return answer(
                new Problem(
                        "unreadable",
                        400,
                        Phrase.of("The request could not be read", "リクエストを読み取れません"),
                        Phrase.of(
                                        "The body is not the JSON that is expected here, at line %d: %s",
                                        "本文がここで期待される JSON ではありません（%d 行目）: %s")
                                .with(line, e.getOriginalMessage()),
                        field.isEmpty()
                                ? List.of()
                                : List.of(Violation.of(
                                        field, "This value is not of the expected kind.", "値の形式が正しくありません。"))),
                headers);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, HttpHeaders headers) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, headers);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return answer(
                switch (status) {
                    case 404 ->
                        Problem.notFound(Phrase.of("There is nothing at this address.", "このアドレスには何もありません。"))
                                .problem();
                    case 405 ->
                        Problem.of(
                                "method-not-allowed",
                                405,
                                Phrase.of("Not possible here", "ここではできません"),
                                Phrase.of("This address does not take this method.", "このアドレスではこのメソッドは使えません。"));
                    case 415 ->
                        Problem.of(
                                "unsupported-media-type",
                                415,
                                Phrase.of("Unknown kind of content", "対応していない形式です"),
                                Phrase.of(
                                        "Send another Content-Type; see /api/docs.",
                                        "Content-Type を確認してください（/api/docs 参照）。"));
                    default ->
                        Problem.of(
                                "http-" + status,
                                status,
                                Phrase.of("The request was refused", "リクエストは受け付けられませんでした"),
                                Phrase.of("See /api/docs for what is expected here.", "期待される内容は /api/docs を参照してください。"));
                },
                headers);
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e, HttpHeaders headers) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "request failed unexpectedly reference=%s", reference);
        return answer(
                Problem.of(
                        "internal",
                        500,
                        Phrase.of("Something went wrong on our side", "内部エラーが発生しました"),
                        Phrase.of(
                                        "Nothing was changed. Try again; if it stays, give ops the reference %s.",
                                        "変更は行われていません。もう一度お試しください。続く場合は運用担当者に参照番号 %s を伝えてください。")
                                .with(reference)),
                headers);
    }

    static Response answer(Problem problem, HttpHeaders headers) {
        Locale language = headers.getAcceptableLanguages().stream()
                .filter(l -> List.of("en", "ja").contains(l.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        ObjectNode body = Json.object();
        body.put("type", "urn:tocsin:problem:" + problem.type());
        body.put("title", problem.title().in(language));
        body.put("status", problem.status());
        body.put("detail", problem.detail().in(language));
        ArrayNode violations = body.putArray("violations");
        problem.violations().forEach(v -> violations
                .addObject()
                .put("field", v.field())
                .put("message", v.message().in(language)));
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(body.toString())
                .build();
    }
}
