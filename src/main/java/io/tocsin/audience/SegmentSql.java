package io.tocsin.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a criterion as a condition over {@code recipient r}; what people gave goes into arguments only. */
final class SegmentSql {
    private final List<Object> arguments;

    SegmentSql(List<Object> arguments) {
        this.arguments = arguments;
    }

    String person(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all(all.of());
            case Criterion.Any any -> joined(any.of(), " or ", this::person);
            case Criterion.Not not -> "not " + person(not.of());
            case Criterion.Is is -> owned(is.field(), is);
            case Criterion.Contains contains -> owned(contains.field(), contains);
            case Criterion.Between between -> owned(between.field(), between);
            case Criterion.Known known -> owned(known.field(), known);
        };
    }

    /** One item must meet all that is asked of items. */
    private String all(List<Criterion> of) {
        if (of.isEmpty()) {
            return "true";
        }
        List<String> conditions = new ArrayList<>();
        List<Criterion> ofItems = of.stream().filter(SegmentSql::isOfItem).toList();
        of.stream().filter(c -> !ofItems.contains(c)).forEach(c -> conditions.add(person(c)));
        if (!ofItems.isEmpty()) {
            conditions.add(item(joined(ofItems, " and ", this::item)));
        }
        return "(" + String.join(" and ", conditions) + ")";
    }

    private static boolean isOfItem(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> !all.of().isEmpty() && all.of().stream().allMatch(SegmentSql::isOfItem);
            case Criterion.Any any -> any.of().stream().allMatch(SegmentSql::isOfItem);
            // "not this model" is about the person: none of the items
            case Criterion.Not not -> false;
            case Criterion.Is is -> isOfItem(is.field());
            case Criterion.Contains contains -> isOfItem(contains.field());
            case Criterion.Between between -> isOfItem(between.field());
            case Criterion.Known known -> isOfItem(known.field()) && known.known();
        };
    }

    private static boolean isOfItem(SegmentField field) {
        return switch (field) {
            case SegmentField.Person person -> false;
            case SegmentField.PersonAttribute attribute -> false;
            case SegmentField.Item item -> true;
            case SegmentField.ItemAttribute attribute -> true;
        };
    }

    private String owned(SegmentField field, Criterion criterion) {
        if (!isOfItem(field)) {
            return compared(criterion);
        }
        return criterion instanceof Criterion.Known known && !known.known()
                ? "not " + item(compared(new Criterion.Known(field, true)))
                : item(compared(criterion));
    }

    private static String item(String condition) {
        return "exists (select 1 from recipient_item i where i.recipient_id = r.id and " + condition + ")";
    }

    private String item(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> joined(all.of(), " and ", this::item);
            case Criterion.Any any -> joined(any.of(), " or ", this::item);
            case Criterion.Not not -> "not " + item(not.of());
            case Criterion.Is is -> compared(is);
            case Criterion.Contains contains -> compared(contains);
            case Criterion.Between between -> compared(between);
            case Criterion.Known known -> compared(known);
        };
    }

    private static String joined(List<Criterion> of, String with, Function<Criterion, String> written) {
        return of.stream().map(written).collect(Collectors.joining(with, "(", ")"));
    }

    private String compared(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Is is -> {
                String value = value(is.field());
                arguments.add(is.values().stream()
                        .map(v -> Texts.clean(v))
                        .map(v -> v == null ? "" : v.toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
                yield "coalesce(lower(" + value + ") = any(?), false)";
            }
            case Criterion.Contains contains -> {
                String value = value(contains.field());
                String text = Texts.clean(contains.text());
                arguments.add(text == null ? "" : text.toLowerCase(Locale.ROOT));
                yield "coalesce(strpos(lower(" + value + "), ?) > 0, false)";
            }
            case Criterion.Known known -> {
                yield value(known.field()) + (known.known() ? " is not null" : " is null");
            }
            case Criterion.Between between -> between(between);
            case Criterion.All all -> throw new IllegalArgumentException("a group is not a comparison");
            case Criterion.Any any -> throw new IllegalArgumentException("a group is not a comparison");
            case Criterion.Not not -> throw new IllegalArgumentException("a group is not a comparison");
        };
    }

    private String between(Criterion.Between between) {
        String value = value(between.field());
        arguments.add(between.from().start());
        String startsAlike = "upper(regexp_replace(" + value + ", '[0-9]+$', '')) = ?";
        value = value(between.field());
        arguments.add(between.from().number());
        arguments.add(between.to().number());
        return "coalesce(" + startsAlike + " and substring(" + value + " from '[0-9]+$')::numeric between ? and ?, false)";
    }

    /** An expression; its own argument, if any, is added here, so ask once per place where it is written. */
    private String value(SegmentField field) {
        return switch (field) {
            case SegmentField.Person person -> person.column();
            case SegmentField.Item item -> item.column();
            case SegmentField.PersonAttribute attribute -> attribute("r", attribute.name());
            case SegmentField.ItemAttribute attribute -> attribute("i", attribute.name());
        };
    }

    private String attribute(String alias, String name) {
        arguments.add(name);
        return "(" + alias + ".attributes ->> ?)";
    }
}
