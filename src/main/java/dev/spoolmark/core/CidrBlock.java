package dev.spoolmark.core;

import java.net.InetAddress;
import java.util.Arrays;

/// A block of IPv4 or IPv6 addresses in CIDR notation: `10.0.0.0/8`, `fd00::/8`, or a single address.
public final class CidrBlock {

    private static final String FOUR_NUMBERS = "[0-9]{1,3}([.][0-9]{1,3}){3}";
    private static final String HEX_AND_COLONS = "[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";

    private final byte[] first;
    private final int wholeBytes;
    private final int mask;

    private CidrBlock(byte[] first, int prefix) {
        this.first = first;
        wholeBytes = prefix / Byte.SIZE;
        mask = 0xFF00 >> prefix % Byte.SIZE & 0xFF;
    }

    /// Parses a block. Host names are not resolved.
    ///
    /// @throws IllegalArgumentException when `text` is neither an address nor a block
    public static CidrBlock of(String text) {
        int slash = text.indexOf('/');
        byte[] first = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = first.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : number(text.substring(slash + 1));
        if (prefix > bits) {
            throw new IllegalArgumentException(text + " is no network: its prefix is longer than " + bits + " bits");
        }
        return new CidrBlock(first, prefix);
    }

    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    /// @param address the bytes of an IPv4 or IPv6 address
    public boolean contains(byte[] address) {
        return address.length == first.length
                && Arrays.equals(address, 0, wholeBytes, first, 0, wholeBytes)
                && (mask == 0 || ((address[wholeBytes] ^ first[wholeBytes]) & mask) == 0);
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
