package io.tocsin.audience;

import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a person of a row, or says why not. Without state that changes: many threads may use one. */
final class RowCleaner {
    private static final int LONGEST = 10_000;
    private static final int LONGEST_CODE = 200;
    private static final Pattern PREFECTURE = Pattern.compile("^(北海道|東京都|京都府|大阪府|\\p{IsHan}{2,3}県)");

    private static final Set<Remark> UNSAFE =
            EnumSet.of(Remark.TOO_LONG, Remark.MORE_CELLS_THAN_COLUMNS, Remark.ROWS_SWALLOWED);

    private final ColumnTarget[] targets;
    /** Of a csv; else nothing. */
    private final String delimiter;

    private final Audience audience;
    private final ZoneId audienceZone;

    RowCleaner(Mapping mapping, Audience audience) {
        this.targets = mapping.targets().toArray(ColumnTarget[]::new);
        this.delimiter = mapping.delimiter();
        this.audience = audience;
        this.audienceZone = audience.zone() == null ? null : ZoneId.of(audience.zone());
    }

    /** @param person null where the row is set aside */
    record Cleaned(ListRow row, NewRecipient person, Set<Remark> remarks) {
        @Override
        public String toString() {
            return row.toString();
        }
    }

    Cleaned clean(ListRow row) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        RowValues values = new RowValues();
        for (int i = 0; i < row.cells().length; i++) {
            String value = row.cells()[i].length() > LONGEST ? tooLong(remarks) : Texts.clean(row.cells()[i]);
            if (value == null) {
                continue;
            }
            if (hasSwallowedRows(row.cells()[i])) {
                remarks.add(Remark.ROWS_SWALLOWED);
            }
            if (i >= targets.length) {
                remarks.add(Remark.MORE_CELLS_THAN_COLUMNS);
            } else if (value.indexOf('\ufffd') >= 0) {
                // better no name than signs of damage in a notice
                remarks.add(Remark.UNREADABLE_CHARACTERS);
            } else {
                values.take(targets[i], value);
            }
        }
        if (values.longestCode > LONGEST_CODE) {
            remarks.add(Remark.TOO_LONG);
        }
        if (!Collections.disjoint(remarks, UNSAFE)) {
            // whose values are whose cannot be known
            return new Cleaned(row, null, remarks);
        }
        return new Cleaned(row, person(values, remarks), remarks);
    }

    /** Several lines, each divided as a row is: more than an address has. */
    private boolean hasSwallowedRows(String cell) {
        if (delimiter == null || targets.length < 2 || cell.indexOf('\n') < 0) {
            return false;
        }
        long rows = cell.lines()
                .skip(1)
                .filter(line ->
                        line.chars().filter(c -> c == delimiter.charAt(0)).count() >= targets.length - 1)
                .count();
        return rows >= (targets.length > 2 ? 1 : 3);
    }

    private static String tooLong(Set<Remark> remarks) {
        remarks.add(Remark.TOO_LONG);
        return null;
    }

    private NewRecipient person(RowValues values, Set<Remark> remarks) {
        String country = country(values, remarks);
        Map<String, String> fields = values.fields();
        RecipientPhone phone = phone(values, country, fields, remarks);
        String email = email(values, remarks);
        if (phone == null && email == null && !fields.containsKey(Fields.ADDRESS)) {
            if (values.phones.isEmpty() && values.emails.isEmpty()) {
                remarks.add(Remark.NO_CONTACT);
            }
            return null;
        }
        String region = region(values, country);
        return new NewRecipient(
                language(values, country, remarks),
                zone(values, country, region, phone, remarks),
                country,
                region,
                phone,
                email,
                fields,
                values.attributes,
                items(values, remarks));
    }

    private String country(RowValues values, Set<Remark> remarks) {
        if (values.country == null) {
            return audience.country();
        }
        String code = Countries.code(values.country);
        if (code == null) {
            remarks.add(Remark.COUNTRY_UNKNOWN);
            return audience.country();
        }
        return code;
    }

    /** The first that can get an SMS, else the first that is one; others are kept as fields. */
    private static RecipientPhone phone(
            RowValues values, String country, Map<String, String> fields, Set<Remark> remarks) {
        RecipientPhone best = null;
        for (String raw : values.phones) {
            RecipientPhone phone =
                    switch (PhoneNumbers.read(raw, country)) {
                        case PhoneNumbers.Read.Usable usable -> usable.phone();
                        case PhoneNumbers.Read.Unusable unusable -> {
                            remarks.add(unusable.why());
                            yield null;
                        }
                    };
            if (phone == null || (best != null && phone.e164().equals(best.e164()))) {
                continue;
            }
            boolean better = best == null || (best.kind() != PhoneKind.MOBILE && phone.kind() == PhoneKind.MOBILE);
            if (best != null) {
                fields.put("otherPhone", better ? best.e164() : phone.e164());
            }
            best = better ? phone : best;
        }
        return best;
    }

    private static String email(RowValues values, Set<Remark> remarks) {
        String first = null;
        for (String raw : values.emails) {
            String address = EmailAddresses.read(raw);
            if (address == null) {
                remarks.add(Remark.EMAIL_INVALID);
            } else if (first == null) {
                first = address;
            }
        }
        return first;
    }

    private static String region(RowValues values, String country) {
        if (values.region != null || !country.equals("JP") || values.address.isEmpty()) {
            return values.region;
        }
        Matcher prefecture = PREFECTURE.matcher(values.address);
        return prefecture.find() ? prefecture.group(1) : null;
    }

    private String language(RowValues values, String country, Set<Remark> remarks) {
        if (values.language != null) {
            String code = Languages.code(values.language);
            if (code != null) {
                return code;
            }
            remarks.add(Remark.LANGUAGE_UNKNOWN);
        }
        return Languages.likely(values.name.toString(), country, audience.language());
    }

    private ZoneId zone(RowValues values, String country, String region, RecipientPhone phone, Set<Remark> remarks) {
        if (values.zone != null) {
            ZoneId zone = Zones.named(values.zone);
            if (zone != null) {
                return zone;
            }
            remarks.add(Remark.ZONE_UNKNOWN);
        }
        return Zones.of(
                country,
                region,
                phone == null ? null : phone.e164(),
                country.equals(audience.country()) ? audienceZone : null);
    }

    private static List<NewRecipient.Item> items(RowValues values, Set<Remark> remarks) {
        if (values.model == null && values.serial == null && values.lot == null && values.itemAttributes.isEmpty()) {
            return List.of();
        }
        int quantity = 1;
        if (values.quantity != null) {
            if (values.quantity.matches("0*[1-9][0-9]{0,6}(\\.0+)?")) {
                quantity = (int) Double.parseDouble(values.quantity);
            } else {
                remarks.add(Remark.QUANTITY_INVALID);
            }
        }
        return List.of(new NewRecipient.Item(values.model, values.serial, values.lot, quantity, values.itemAttributes));
    }
}
