package dev.spoolmark.http.client;

import dev.spoolmark.core.CidrBlock;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// The addresses beside the public ones that the operator allows for one destination.
public record PrivateAddressAllowlist(List<CidrBlock> ranges) {

    public static final PrivateAddressAllowlist NONE = new PrivateAddressAllowlist(List.of());

    /// Those of homes and of this machine. Not link-local ones, where clouds keep secrets: whoever means those must
    /// write the range.
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
