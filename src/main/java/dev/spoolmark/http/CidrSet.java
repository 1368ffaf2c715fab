package dev.spoolmark.http;

import dev.spoolmark.core.AsciiNumber;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A set of address ranges, written as `192.168.0.0/16` or as single addresses.
public final class CidrSet {

    public static final CidrSet NONE = new CidrSet(List.of());

    public static final CidrSet EVERY = of(List.of("0.0.0.0/0", "::/0"));

    private final List<Network> networks;

    private CidrSet(List<Network> networks) {
        this.networks = networks;
    }

    /// @throws IllegalArgumentException when one of them is no address and no range
    public static CidrSet of(List<String> written) {
        return new CidrSet(written.stream().map(Network::of).toList());
    }

    CidrSet and(CidrSet others) {
        return new CidrSet(
                Stream.concat(networks.stream(), others.networks.stream()).toList());
    }

    public boolean contains(InetAddress address) {
        if (networks.isEmpty()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        for (Network network : networks) {
            if (network.contains(bytes)) {
                return true;
            }
        }
        return false;
    }

    private static final class Network {

        private final byte[] base;
        private final int wholeBytes;
        private final int mask;

        private Network(byte[] base, int bits) {
            this.base = base;
            wholeBytes = bits / Byte.SIZE;
            mask = 0xFF00 >> bits % Byte.SIZE & 0xFF;
        }

        static Network of(String written) {
            int slash = written.indexOf('/');
            byte[] base = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash))
                    .getAddress();
            int width = base.length * Byte.SIZE;
            int bits = slash < 0 ? width : AsciiNumber.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > width) {
                throw new IllegalArgumentException(written + " is not a network");
            }
            return new Network(base, bits);
        }

        boolean contains(byte[] address) {
            return address.length == base.length
                    && Arrays.equals(address, 0, wholeBytes, base, 0, wholeBytes)
                    && (mask == 0 || ((address[wholeBytes] ^ base[wholeBytes]) & mask) == 0);
        }
    }
}
