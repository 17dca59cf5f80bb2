package io.tocsin.console;

import io.tocsin.platform.Phrase;
import java.util.List;
import java.util.Set;

/** What a room adds to the navigation; a bean of each room that has pages. */
public interface Navigation {
    List<Entry> entries();

    /**
     * @param order among all entries, small ones first
     * @param path with {@code {centerId}} where it is a page of one center, and then a tab below the center's head
     * @param roles who sees it; the same as may open it
     */
    record Entry(int order, Phrase label, String path, Set<String> roles) {
        boolean isOfCenter() {
            return path.contains("{centerId}");
        }
    }
}
