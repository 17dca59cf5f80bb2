package io.tocsin.announcement;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of ours that tell what an e-mail is about ({@code name+d0123…@domain}), and names before addresses.
 * Everything behind the plus sign is made up by us and delivered to the same mailbox.
 */
public final class MailAddresses {
    private static final Pattern TAGGED =
            Pattern.compile("(.+)\\+([cdi])([0-9a-f]{32})@(.+)", Pattern.CASE_INSENSITIVE);

    private MailAddresses() {}

    /** What stands behind the plus sign. */
    public enum About {
        CENTER('c'),
        DELIVERY('d'),
        INQUIRY('i');

        private final char letter;

        About(char letter) {
            this.letter = letter;
        }
    }

    /** @param address without its tag */
    public record Tagged(String address, About about, UUID id) {}

    public static String tagged(String address, About about, UUID id) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + about.letter + id.toString().replace("-", "") + address.substring(at);
    }

    public static Optional<Tagged> read(String address) {
        Matcher tagged = TAGGED.matcher(address);
        if (!tagged.matches()) {
            return Optional.empty();
        }
        char letter = Character.toLowerCase(tagged.group(2).charAt(0));
        About about = letter == 'c' ? About.CENTER : letter == 'd' ? About.DELIVERY : About.INQUIRY;
        String hex = tagged.group(3).toLowerCase(Locale.ROOT);
        UUID id = new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
        return Optional.of(new Tagged(tagged.group(1) + "@" + tagged.group(4), about, id));
    }

    /**
     * People know the organization, not the address that a center sends from. What has a meaning of its own in an address
     * (RFC 5322, section 3.2.3) cannot stand in the name; an address that comes with a name keeps it.
     */
    public static String inNameOf(String organization, String address) {
        if (address.contains("<")) {
            return address;
        }
        String name = organization
                .replaceAll("[\\p{Cntrl}()<>\\[\\]:;@\\\\,\"]+", " ")
                .replaceAll(" +", " ")
                .strip();
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
