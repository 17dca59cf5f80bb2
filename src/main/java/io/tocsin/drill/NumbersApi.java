package io.tocsin.drill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code AvailablePhoneNumbers} and {@code IncomingPhoneNumbers}: the shelf, and what was sold from it. */
@ApplicationScoped
class NumbersApi implements CarrierApi {
    private static final String[] SETTINGS = {
        "FriendlyName",
        "VoiceUrl",
        "VoiceMethod",
        "VoiceFallbackUrl",
        "VoiceFallbackMethod",
        "StatusCallback",
        "StatusCallbackMethod",
        "SmsUrl",
        "SmsMethod",
        "SmsFallbackUrl",
        "SmsFallbackMethod",
        "AddressSid",
        "BundleSid"
    };
    private static final Map<String, String> TYPES =
            Map.of("Local", "local", "TollFree", "toll_free", "Mobile", "mobile");

    private final Things things;
    private final Behaviours behaviours;
    private final DrillConfig config;
    private final Clock clock;

    NumbersApi(Things things, Behaviours behaviours, DrillConfig config, Clock clock) {
        this.things = things;
        this.behaviours = behaviours;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public boolean serves(CarrierRequest request) {
        return request.domain().equals("api")
                && request.path().size() > 3
                && (request.at(3).equals("AvailablePhoneNumbers")
                        || request.at(3).equals("IncomingPhoneNumbers"));
    }

    @Override
    public CarrierAnswer answer(CarrierRequest request) {
        if (!request.at(2).equals(config.accountSid())) {
            throw CarrierError.notFound();
        }
        String account = request.at(2);
        if (request.is("GET", "2010-04-01", "Accounts", account, "AvailablePhoneNumbers", "*", "*")) {
            return search(request);
        }
        if (request.is("GET", "2010-04-01", "Accounts", account, "IncomingPhoneNumbers")) {
            int size = Docs.pageSize(request);
            return Docs.olderPage(
                    request,
                    "incoming_phone_numbers",
                    offset -> things.list(
                            Thing.Kind.NUMBER,
                            "",
                            request.parameter("FriendlyName"),
                            request.parameter("PhoneNumber"),
                            offset,
                            size + 1),
                    size);
        }
        if (request.is("POST", "2010-04-01", "Accounts", account, "IncomingPhoneNumbers")) {
            return buy(request);
        }
        Thing number = things.get(Thing.Kind.NUMBER, request.at(4)).orElseThrow(CarrierError::notFound);
        return switch (request.method()) {
            case "GET" -> CarrierAnswer.ok(number.doc());
            case "POST" -> change(request, number);
            default -> {
                things.remove(number.sid());
                yield CarrierAnswer.none();
            }
        };
    }

    private CarrierAnswer search(CarrierRequest request) {
        String country = request.at(4).toUpperCase(Locale.ROOT);
        String type = TYPES.get(request.at(5));
        if (type == null) {
            throw CarrierError.notFound();
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("available_phone_numbers");
        shelf(country, type, request.parameter("AreaCode"), request.parameter("Contains"))
                .limit(Math.min(Docs.pageSize(request), 50))
                .forEach(number -> list.add(available(country, number)));
        body.put("uri", "/" + String.join("/", request.path()) + ".json");
        return CarrierAnswer.ok(body);
    }

    private java.util.stream.Stream<String> shelf(String country, String type, String areaCode, String contains) {
        if (behaviours.now().outOfStock(country, type)) {
            return java.util.stream.Stream.empty();
        }
        Set<String> sold = things.places(Thing.Kind.NUMBER, "");
        String wanted = contains == null ? "" : contains.replaceAll("[^0-9]", "");
        return NumberStock.of(country, type).stream()
                .filter(number -> !sold.contains(number))
                .filter(number -> areaCode == null || number.startsWith("+1" + areaCode))
                .filter(number -> number.contains(wanted));
    }

    private static ObjectNode available(String country, String number) {
        ObjectNode shown = Json.object();
        shown.put("friendly_name", number);
        shown.put("phone_number", number);
        shown.put("iso_country", country);
        shown.put("address_requirements", "none");
        shown.put("beta", false);
        shown.putObject("capabilities").put("voice", true).put("SMS", true).put("MMS", false);
        return shown;
    }

    private CarrierAnswer buy(CarrierRequest request) {
        String number = request.required("PhoneNumber");
        String[] found = countryAndType(number);
        Behaviour behaviour = behaviours.now();
        if (behaviour.outOfStock(found[0], found[1])) {
            throw new CarrierError(400, 21422, number + " is not available");
        }
        if (behaviour.needsBundle(found[0], found[1])
                && request.parameter("BundleSid", "").isEmpty()) {
            throw new CarrierError(400, 21649, "A bundle is required for this number but was not provided");
        }
        ObjectNode doc = Docs.taken(request, SETTINGS);
        String sid = Sids.next(Thing.Kind.NUMBER);
        doc.put("sid", sid);
        doc.put("account_sid", config.accountSid());
        doc.put("phone_number", number);
        doc.put("type", found[1]);
        doc.put("api_version", "2010-04-01");
        doc.put("status", "in-use");
        doc.put("date_created", Docs.olderDate(clock.instant()));
        doc.put("date_updated", Docs.olderDate(clock.instant()));
        doc.putObject("capabilities")
                .put("voice", true)
                .put("sms", true)
                .put("mms", false)
                .put("fax", false);
        String name = request.parameter("FriendlyName", number);
        doc.put("friendly_name", name);
        if (!things.add(new Thing(sid, Thing.Kind.NUMBER, "", name, number, "", 0, doc, clock.instant()))) {
            throw new CarrierError(400, 21422, number + " is not available");
        }
        return CarrierAnswer.created(doc);
    }

    /** A number that is not from the shelf cannot be bought: the drill carrier never holds a real one. */
    private static String[] countryAndType(String number) {
        for (String country : countries(number)) {
            for (String type : List.of("local", "toll_free", "mobile")) {
                if (NumberStock.of(country, type).contains(number)) {
                    return new String[] {country, type};
                }
            }
        }
        throw new CarrierError(400, 21421, "PhoneNumber is invalid");
    }

    private static List<String> countries(String number) {
        var util = com.google.i18n.phonenumbers.PhoneNumberUtil.getInstance();
        for (int digits = 1; digits <= 3 && digits < number.length(); digits++) {
            try {
                List<String> regions =
                        util.getRegionCodesForCountryCode(Integer.parseInt(number.substring(1, 1 + digits)));
                if (!regions.isEmpty()) {
                    return regions;
                }
            } catch (NumberFormatException e) {
                return List.of();
            }
        }
        return List.of();
    }

    private CarrierAnswer change(CarrierRequest request, Thing number) {
        ObjectNode fields = Docs.taken(request, SETTINGS);
        fields.put("date_updated", Docs.olderDate(clock.instant()));
        things.change(number, fields, request.parameter("FriendlyName", number.name()), number.place());
        number.doc().setAll(fields);
        return CarrierAnswer.ok(number.doc());
    }
}
