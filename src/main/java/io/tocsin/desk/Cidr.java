package io.tocsin.desk;

import io.netty.util.NetUtil;
import java.util.Arrays;

/**
 * A network, as {@code 10.1.0.0/16} or {@code 2001:db8::/32}; an address alone is a network of one.
 *
 * @param base 4 or 16 bytes
 * @param bits that must agree
 */
record Cidr(byte[] base, int bits) {
    /** @throws IllegalArgumentException where the text is no network; names are not looked up */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] base = bytes(slash < 0 ? text : text.substring(0, slash));
        if (base == null) {
            throw new IllegalArgumentException("'" + text + "' is not a network like 10.1.0.0/16");
        }
        int most = base.length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("'" + text + "' has a prefix outside 0 to " + most);
        }
        return new Cidr(base, bits);
    }

    /** False for what is no address. */
    boolean contains(String address) {
        byte[] other = bytes(address);
        if (other == null || other.length != base.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(base, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        int mask = 0xFF << (8 - rest) & 0xFF;
        return rest == 0 || (base[whole] & mask) == (other[whole] & mask);
    }

    /** IPv4 written as IPv6 ({@code ::ffff:10.1.2.3}) is IPv4; null for what is no address. */
    private static byte[] bytes(String address) {
        String plain = address.strip().replaceFirst("(?i)^::ffff:(?=[0-9.]+$)", "");
        return NetUtil.createByteArrayFromIpAddressString(plain);
    }
}
