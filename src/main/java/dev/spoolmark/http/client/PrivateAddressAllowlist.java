package dev.spoolmark.http.client;

import dev.spoolmark.core.CidrBlock;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Non-public addresses that the operator allows for one source.
public record PrivateAddressAllowlist(List<CidrBlock> ranges) {

    public static final PrivateAddressAllowlist NONE = new PrivateAddressAllowlist(List.of());

    /// Private networks and loopback. Link-local addresses, at which clouds serve secrets, must be listed
    /// explicitly.
    public static final PrivateAddressAllowlist HOME_NETWORKS = new PrivateAddressAllowlist(Stream.of(
                    "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
            .map(CidrBlock::of)
            .toList());

    public PrivateAddressAllowlist {
        ranges = List.copyOf(ranges);
    }

    boolean allow(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    boolean any() {
        return !ranges.isEmpty();
    }

    public PrivateAddressAllowlist and(PrivateAddressAllowlist more) {
        return new PrivateAddressAllowlist(
                Stream.concat(ranges.stream(), more.ranges.stream()).toList());
    }
}
