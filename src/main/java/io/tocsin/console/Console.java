package io.tocsin.console;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import io.tocsin.platform.Caller;
import io.tocsin.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the shell around a page: for the person who asks, in their language. */
@RequestScoped
public class Console {
    /** The most telling role first: a person may have several. */
    private static final List<String> ROLES = List.of("crisis-manager", "ops", "supervisor", "agent", "auditor");

    private static final Set<Integer> OF_THE_FORM = Set.of(409, 412, 422);

    private final Looks looks;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final UriInfo uri;
    private final List<Navigation> rooms;
    private final Instance<CenterTitles> titles;

    Console(
            Looks looks,
            SecurityIdentity identity,
            Caller caller,
            UriInfo uri,
            @All List<Navigation> rooms,
            Instance<CenterTitles> titles) {
        this.looks = looks;
        this.identity = identity;
        this.caller = caller;
        this.uri = uri;
        this.rooms = rooms;
        this.titles = titles;
    }

    /** A whole page. Its template includes {@code console/page}. */
    public TemplateInstance page(TemplateInstance content) {
        return part(content).data("shell", shell());
    }

    /** A part of a page, for htmx to put in its place. */
    public TemplateInstance part(TemplateInstance content) {
        return content.setLocale(locale());
    }

    /** The page once more, with what is wrong with what was entered. */
    public Response wrong(TemplateInstance content) {
        return Response.status(422)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page(content).render())
                .build();
    }

    /** Whether the person who filled in the form can mend what it was refused for: state, version, input. */
    public static boolean isOfTheForm(ProblemException e) {
        return OF_THE_FORM.contains(e.problem().status());
    }

    /**
     * Does what a form asks for. Where that is refused for what was entered, for the present state or because somebody
     * else was quicker, the form's page is shown again with what was typed and all that is wrong; other refusals are
     * pages of their own.
     *
     * @param page the form's page with what was typed
     */
    public Response take(Form form, Supplier<Response> act, Function<Form, TemplateInstance> page) {
        try {
            return act.get();
        } catch (ProblemException e) {
            if (!isOfTheForm(e)) {
                throw e;
            }
            return wrong(page.apply(form.failed(e.problem())));
        }
    }

    /**
     * Does what a form asks for and goes on to a page; refusals as above.
     *
     * @param next path of the page where it was done
     */
    public Response take(Form form, Consumer<Form> act, String next, Function<Form, TemplateInstance> page) {
        return take(
                form,
                () -> {
                    act.accept(form);
                    return to(next);
                },
                page);
    }

    /** A page as the answer to a form that was taken and leads nowhere else. */
    public Response shown(TemplateInstance content) {
        return Response.ok(page(content).render(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }

    /** Goes on to another page after a change. */
    public Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    public Locale locale() {
        return Locale.forLanguageTag(looks.language());
    }

    /** The first page of this person's navigation. */
    Optional<String> firstPage() {
        return entries()
                .filter(e -> !e.isOfCenter())
                .map(Navigation.Entry::path)
                .findFirst();
    }

    private Shell shell() {
        String path = uri.getPath();
        CenterTitles.CenterTitle center = center();
        String language = looks.language();
        return new Shell(
                language,
                looks.theme(),
                path,
                caller.name(),
                ROLES.stream().filter(identity::hasRole).findFirst().orElse(""),
                entries()
                        .filter(e -> !e.isOfCenter())
                        .map(e -> link(e, e.path(), path, language))
                        .toList(),
                center == null
                        ? List.of()
                        : entries()
                                .filter(Navigation.Entry::isOfCenter)
                                .map(e -> link(
                                        e,
                                        e.path()
                                                .replace(
                                                        "{centerId}",
                                                        center.id().toString()),
                                        path,
                                        language))
                                .toList(),
                center);
    }

    private Stream<Navigation.Entry> entries() {
        return rooms.stream()
                .flatMap(room -> room.entries().stream())
                .filter(e -> e.roles().stream().anyMatch(identity::hasRole))
                .sorted(Comparator.comparingInt(Navigation.Entry::order));
    }

    private static Shell.Link link(Navigation.Entry entry, String to, String path, String language) {
        boolean isCenterItself = entry.path().endsWith("{centerId}");
        boolean current = path.equals(to) || (!isCenterItself && path.startsWith(to + "/"));
        return new Shell.Link(entry.label().in(language), to, current);
    }

    private CenterTitles.CenterTitle center() {
        String named = uri.getPathParameters().getFirst("centerId");
        // a refusal may be written where nothing may wait for the database; it then stands without the head
        if (named == null || !titles.isResolvable() || !BlockingOperationControl.isBlockingAllowed()) {
            return null;
        }
        try {
            return titles.get().of(UUID.fromString(named)).orElse(null);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
