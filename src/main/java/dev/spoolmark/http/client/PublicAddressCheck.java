package dev.spoolmark.http.client;

import dev.spoolmark.core.CidrBlock;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Checks whether an address is public, not loopback, private or reserved (`docs/security.md#sec-f2`).
///
/// For IPv6, only global unicast addresses are public; an address that embeds an IPv4 address is public only if
/// that one is.
final class PublicAddressCheck {

    private static final List<CidrBlock> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // shared by carriers
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local; metadata services of clouds with their secrets
            "172.16.0.0/12",
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocol assignments: Teredo, benchmarks, identifiers
            "2001:db8::/32", // documentation
            "3fff::/20");

    private static final CidrBlock GLOBAL_UNICAST = CidrBlock.of("2000::/3");
    private static final CidrBlock SIX_TO_FOUR = CidrBlock.of("2002::/16");
    private static final CidrBlock NAT64 = CidrBlock.of("64:ff9b::/96");
    private static final byte[] ISATAP = {0x00, 0x00, 0x5e, (byte) 0xfe};

    private PublicAddressCheck() {}

    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (NOT_PUBLIC.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        return address.length == 4 || isPublicIpv6(address);
    }

    private static boolean isPublicIpv6(byte[] address) {
        if (SIX_TO_FOUR.contains(address)) {
            return isPublic(Arrays.copyOfRange(address, 2, 6));
        }
        if (NAT64.contains(address)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        return GLOBAL_UNICAST.contains(address) && !isIsatap(address);
    }

    /// The universal bit, the second lowest of the first byte, may have either value.
    private static boolean isIsatap(byte[] address) {
        byte[] mark = Arrays.copyOfRange(address, 8, 12);
        mark[0] &= ~0x02;
        return Arrays.equals(mark, ISATAP);
    }

    private static List<CidrBlock> ranges(String... texts) {
        return Stream.of(texts).map(CidrBlock::of).toList();
    }
}
