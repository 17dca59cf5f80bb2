package io.tocsin.audience;

import io.tocsin.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether words are the name of somebody on a center's lists. Looked up by keyed hashes: nobody's name is read. */
@ApplicationScoped
public class ListedNames {
    private static final int MOST_AT_ONCE = 2_000;

    private final Sql sql;
    private final Hashes hashes;

    ListedNames(Sql sql, Hashes hashes) {
        this.sql = sql;
        this.hashes = hashes;
    }

    /** @param forms as {@link NameForm} makes them */
    public Set<String> among(UUID centerId, Collection<String> forms) {
        Set<String> found = new HashSet<>();
        List<String> all = new ArrayList<>(forms);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            found.addAll(some(centerId, all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE))));
        }
        return found;
    }

    private Set<String> some(UUID centerId, List<String> forms) {
        Map<Long, String> byHash = HashMap.newHashMap(forms.size());
        forms.forEach(form -> byHash.put(hashes.name(form), form));
        Long[] wanted = byHash.keySet().toArray(Long[]::new);
        Set<String> found = new HashSet<>();
        sql.list("""
                        select name_hash from recipient where name_hash = any(?) and center_id = ?
                        union select kana_hash from recipient where kana_hash = any(?) and center_id = ?""", row -> row.getLong(1), wanted, centerId, wanted, centerId)
                .forEach(hash -> found.add(byHash.get(hash)));
        return found;
    }
}
