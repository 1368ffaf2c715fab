package dev.spoolmark.outgoing;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// The addresses beside the public ones that the operator allows for one destination.
public record PrivateAddresses(List<AddressRange> ranges) {

    public static final PrivateAddresses NONE = new PrivateAddresses(List.of());

    /// Those of homes and of this machine. Not link-local ones, where clouds keep secrets: whoever means those must
    /// write the range.
    public static final PrivateAddresses OF_HOMES = new PrivateAddresses(Stream.of(
                    "127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
            .map(AddressRange::of)
            .toList());

    public PrivateAddresses {
        ranges = List.copyOf(ranges);
    }

    boolean allow(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    boolean any() {
        return !ranges.isEmpty();
    }

    public PrivateAddresses and(PrivateAddresses more) {
        return new PrivateAddresses(
                Stream.concat(ranges.stream(), more.ranges.stream()).toList());
    }
}
