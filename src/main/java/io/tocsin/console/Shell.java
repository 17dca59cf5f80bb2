package io.tocsin.console;

import java.util.List;

/**
 * What the layout shows around a page.
 *
 * @param path of this page, to come back to after a switch of language
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param center head of the center that the page is about; null on other pages
 */
public record Shell(
        String lang,
        String theme,
        String path,
        String person,
        String role,
        List<Link> main,
        List<Link> tabs,
        CenterTitles.CenterTitle center) {
    /** @param current whether this page is the one, or below it */
    public record Link(String label, String path, boolean current) {}

    public String otherLang() {
        return lang.equals("ja") ? "en" : "ja";
    }

    public String otherTheme() {
        return theme.equals("dark") ? "light" : "dark";
    }
}
