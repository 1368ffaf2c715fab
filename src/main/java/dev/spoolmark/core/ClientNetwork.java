package dev.spoolmark.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Locale;

/// The unit of limits per network: one IPv4 address, or one IPv6 /64 (`docs/security.md#sec-r3`).
public record ClientNetwork(boolean isV6, long prefix) {

    public static ClientNetwork of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new ClientNetwork(true, bytes.getLong())
                : new ClientNetwork(false, bytes.getInt());
    }

    /// In CIDR notation: `192.0.2.7`, or `2001:db8:0:7::/64`.
    public String text() {
        return isV6
                ? String.format(Locale.ROOT, "%x:%x:%x:%x::/64", group(48), group(32), group(16), group(0))
                : String.format(Locale.ROOT, "%d.%d.%d.%d", octet(24), octet(16), octet(8), octet(0));
    }

    private int group(int shift) {
        return (int) (prefix >>> shift) & 0xFFFF;
    }

    private int octet(int shift) {
        return (int) (prefix >>> shift) & 0xFF;
    }
}
