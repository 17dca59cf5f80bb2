package io.tocsin.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Locale;

/** In which language and light a person reads: as they chose once, else as their browser asks. */
@RequestScoped
public class Looks {
    static final String LANGUAGE = "tocsin-language";
    static final String THEME = "tocsin-theme";
    private static final List<String> THEMES = List.of("light", "dark");
    private static final int A_YEAR = 365 * 24 * 3600;

    private final HttpHeaders headers;

    Looks(HttpHeaders headers) {
        this.headers = headers;
    }

    public String language() {
        String chosen = cookie(LANGUAGE);
        return Words.LANGUAGES.contains(chosen) ? chosen : asked(headers.getAcceptableLanguages());
    }

    static String asked(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(Words.LANGUAGES::contains)
                .findFirst()
                .orElse(Words.LANGUAGES.getFirst());
    }

    String theme() {
        String chosen = cookie(THEME);
        return THEMES.contains(chosen) ? chosen : "auto";
    }

    static NewCookie keep(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(A_YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
    }

    private String cookie(String name) {
        Cookie cookie = headers.getCookies().get(name);
        return cookie == null ? "" : cookie.getValue();
    }
}
