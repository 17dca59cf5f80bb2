package io.tocsin.campaign;

import io.tocsin.console.Form;
import io.tocsin.platform.Phrase;
import io.tocsin.platform.Problem;
import io.tocsin.platform.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A campaign's settings as the console's form gives them. Days, windows and areas are lines of text; what cannot be read
 * in them is told all at once.
 */
final class CampaignForm {
    private static final int MOST_DAYS = 400;

    private final Form form;
    private final List<Violation> wrong = new ArrayList<>();

    private CampaignForm(Form form) {
        this.form = form;
    }

    static Form of(CampaignSettings s) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("dialing", s.dialing().name());
        values.put("attempts", s.attempts().toString());
        values.put("ringSeconds", s.ringSeconds().toString());
        values.put("leaveMessage", s.leaveMessage().toString());
        values.put("callsAtOnce", s.callsAtOnce().toString());
        values.put("spacing.noAnswer", s.spacing().noAnswer().toString());
        values.put("spacing.busy", s.spacing().busy().toString());
        values.put("spacing.machine", s.spacing().machine().toString());
        values.put("spacing.noChoice", s.spacing().noChoice().toString());
        values.put("spacing.failed", s.spacing().failed().toString());
        values.put("callingFrom", s.calling() == null ? "" : s.calling().from().toString());
        values.put(
                "callingUntil", s.calling() == null ? "" : s.calling().until().toString());
        values.put("models", String.join(", ", s.models()));
        values.put("agreedPercent", String.valueOf(Math.round(s.agreedShare() * 100)));
        CampaignSettings.Pickups pickups = s.pickups();
        values.put(
                "days", lines(pickups.days().stream().map(LocalDate::toString).toList()));
        values.put(
                "windows",
                lines(pickups.windows().stream()
                        .map(w -> w.from() + "-" + w.until())
                        .toList()));
        values.put("capacity", pickups.capacity().toString());
        values.put(
                "capacities",
                lines(pickups.capacities().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .toList()));
        values.put("areaBy", pickups.areaBy() == null ? "" : pickups.areaBy());
        return Form.with(values);
    }

    /** @throws io.tocsin.platform.ProblemException {@code campaign-invalid} with every line that cannot be read */
    static CampaignSettings read(Form form) {
        CampaignForm reading = new CampaignForm(form);
        CampaignSettings settings = reading.settings();
        if (!reading.wrong.isEmpty()) {
            throw Problem.invalid(
                    "campaign-invalid",
                    Phrase.of("Correct the fields listed below.", "下記の項目を修正してください。"),
                    reading.wrong);
        }
        return settings;
    }

    private CampaignSettings settings() {
        return new CampaignSettings(
                Arrays.stream(CampaignSettings.Dialing.values())
                        .filter(d -> d.name().equals(form.value("dialing")))
                        .findFirst()
                        .orElse(null),
                form.number("attempts"),
                new CampaignSettings.Spacing(
                        form.number("spacing.noAnswer"),
                        form.number("spacing.busy"),
                        form.number("spacing.machine"),
                        form.number("spacing.noChoice"),
                        form.number("spacing.failed")),
                form.number("ringSeconds"),
                form.has("leaveMessage", "true"),
                form.number("callsAtOnce"),
                calling(),
                Arrays.stream(form.value("models").split("[,、，\\n]"))
                        .map(String::strip)
                        .filter(m -> !m.isEmpty())
                        .toList(),
                pickups(),
                form.number("agreedPercent") == null ? null : form.number("agreedPercent") / 100.0);
    }

    private CampaignSettings.Hours calling() {
        String from = form.value("callingFrom");
        String until = form.value("callingUntil");
        return from.isEmpty() && until.isEmpty() ? null : new CampaignSettings.Hours(time(from), time(until));
    }

    private CampaignSettings.Pickups pickups() {
        List<LocalDate> days = new ArrayList<>();
        each("days", line -> days.addAll(days(line)));
        List<CampaignSettings.Hours> windows = new ArrayList<>();
        each("windows", line -> {
            String[] ends = line.split("\\s*[-–〜～]\\s*", 2);
            windows.add(new CampaignSettings.Hours(LocalTime.parse(padded(ends[0])), LocalTime.parse(padded(ends[1]))));
        });
        Map<String, Integer> capacities = new LinkedHashMap<>();
        each("capacities", line -> {
            String[] parts = line.split("\\s*[:：]\\s*", 2);
            capacities.put(parts[0], Integer.valueOf(parts[1].strip()));
        });
        return new CampaignSettings.Pickups(
                days,
                windows,
                form.number("capacity"),
                capacities,
                form.value("areaBy").isEmpty() ? null : form.value("areaBy"));
    }

    /** Reads the lines of a field; the first one that cannot be read is told, with its number. */
    private void each(String field, Consumer<String> read) {
        int number = 0;
        for (String line : form.value(field).split("\\R")) {
            number++;
            try {
                if (!line.isBlank()) {
                    read.accept(line.strip());
                }
            } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
                wrong.add(new Violation(
                        "pickups." + field,
                        Phrase.of("Line %d cannot be read: '%s'.", "%d 行目を読み取れません：「%s」")
                                .with(number, line.strip())));
                return;
            }
        }
    }

    /** A day, or a range of days: {@code 2026-11-30 .. 2026-12-04}. */
    private static List<LocalDate> days(String line) {
        String[] ends = line.split("\\s*(\\.\\.|–|〜|～)\\s*", 2);
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = ends.length == 1 ? first : LocalDate.parse(ends[1]);
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new DateTimeException("no range of days");
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static LocalTime time(String given) {
        try {
            return LocalTime.parse(padded(given));
        } catch (DateTimeException e) {
            // the check names what is missing
            return null;
        }
    }

    private static String padded(String time) {
        return time.matches("\\d:\\d\\d") ? "0" + time : time;
    }

    private static String lines(List<String> of) {
        return String.join("\n", of);
    }
}
