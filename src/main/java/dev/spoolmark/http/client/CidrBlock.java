package dev.spoolmark.http.client;

import dev.spoolmark.core.AsciiNumber;
import java.net.InetAddress;

/// A block of addresses as operators write it: `10.0.0.0/8`, `fd00::/8`, or one address alone.
public final class CidrBlock {

    private static final String FOUR_NUMBERS = "[0-9]{1,3}([.][0-9]{1,3}){3}";
    private static final String HEX_AND_COLONS = "[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";

    private final byte[] first;
    private final int prefix;

    private CidrBlock(byte[] first, int prefix) {
        this.first = first;
        this.prefix = prefix;
    }

    /// Throws `IllegalArgumentException` when `text` is none. A name is none: nothing is looked up here.
    public static CidrBlock of(String text) {
        int slash = text.indexOf('/');
        byte[] first = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = first.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : number(text.substring(slash + 1));
        if (prefix > bits) {
            throw new IllegalArgumentException("a block of " + bits + " bits has no prefix of " + prefix);
        }
        return new CidrBlock(first, prefix);
    }

    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (isSet(address, bit) != isSet(first, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSet(byte[] address, int bit) {
        return (address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
    }

    private static byte[] literal(String text) {
        if (!text.matches(FOUR_NUMBERS) && !text.matches(HEX_AND_COLONS)) {
            throw new IllegalArgumentException("not an address");
        }
        return InetAddress.ofLiteral(text).getAddress();
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("not a prefix");
        }
        return AsciiNumber.parseInt(text);
    }
}
