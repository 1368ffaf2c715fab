package dev.spoolmark.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Where a request comes from, as far as limits tell places apart: one IPv4 address, or one IPv6 /64 (`SEC-R3`).
public record ClientNetwork(boolean isV6, long prefix) {

    public static ClientNetwork of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new ClientNetwork(true, bytes.getLong())
                : new ClientNetwork(false, bytes.getInt());
    }
}
