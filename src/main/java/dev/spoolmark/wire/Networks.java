package dev.spoolmark.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// A set of address ranges, written as `192.168.0.0/16` or as single addresses.
public final class Networks {

    public static final Networks NONE = new Networks(List.of());

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /// @throws IllegalArgumentException when one of them is no address and no range
    public static Networks of(List<String> written) {
        return new Networks(written.stream().map(Network::of).toList());
    }

    Networks and(Networks others) {
        return new Networks(
                Stream.concat(networks.stream(), others.networks.stream()).toList());
    }

    public boolean contains(InetAddress address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private record Network(InetAddress base, int bits) {

        static Network of(String written) {
            int slash = written.indexOf('/');
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash));
            int width = base.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? width : Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > width) {
                throw new IllegalArgumentException(written + " is not a network");
            }
            return new Network(base, bits);
        }

        boolean contains(InetAddress address) {
            byte[] ours = base.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
