package io.tocsin.regime;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where rules hold: ISO 3166 country codes, and {@code EU} for the whole Union. */
public final class Jurisdictions {
    public static final String EU = "EU";

    /** Member states with the zone of their capital. */
    private static final Map<String, ZoneId> MEMBERS = Map.ofEntries(
            zone("AT", "Europe/Vienna"),
            zone("BE", "Europe/Brussels"),
            zone("BG", "Europe/Sofia"),
            zone("CY", "Asia/Nicosia"),
            zone("CZ", "Europe/Prague"),
            zone("DE", "Europe/Berlin"),
            zone("DK", "Europe/Copenhagen"),
            zone("EE", "Europe/Tallinn"),
            zone("ES", "Europe/Madrid"),
            zone("FI", "Europe/Helsinki"),
            zone("FR", "Europe/Paris"),
            zone("GR", "Europe/Athens"),
            zone("HR", "Europe/Zagreb"),
            zone("HU", "Europe/Budapest"),
            zone("IE", "Europe/Dublin"),
            zone("IT", "Europe/Rome"),
            zone("LT", "Europe/Vilnius"),
            zone("LU", "Europe/Luxembourg"),
            zone("LV", "Europe/Riga"),
            zone("MT", "Europe/Malta"),
            zone("NL", "Europe/Amsterdam"),
            zone("PL", "Europe/Warsaw"),
            zone("PT", "Europe/Lisbon"),
            zone("RO", "Europe/Bucharest"),
            zone("SE", "Europe/Stockholm"),
            zone("SI", "Europe/Ljubljana"),
            zone("SK", "Europe/Bratislava"));

    private static final Map<String, ZoneId> OTHERS = Map.of(
            EU, ZoneId.of("Europe/Brussels"), "US", ZoneId.of("America/New_York"), "JP", ZoneId.of("Asia/Tokyo"));

    private Jurisdictions() {}

    public static Set<String> euMembers() {
        return MEMBERS.keySet();
    }

    /** The first of a center's jurisdictions in which rules for {@code ruled} hold. */
    public static Optional<String> firstMatch(Collection<String> ruled, Collection<String> ofCenter) {
        return ofCenter.stream()
                .filter(j -> ruled.contains(j) || (ruled.contains(EU) && MEMBERS.containsKey(j)))
                .findFirst();
    }

    /** The zone in which days begin and end there; of the capital or of the authority's seat. UTC where not known. */
    public static ZoneId zoneOf(String jurisdiction) {
        ZoneId other = OTHERS.get(jurisdiction);
        return other != null ? other : MEMBERS.getOrDefault(jurisdiction, ZoneId.of("UTC"));
    }

    private static Map.Entry<String, ZoneId> zone(String country, String zone) {
        return Map.entry(country, ZoneId.of(zone));
    }
}
