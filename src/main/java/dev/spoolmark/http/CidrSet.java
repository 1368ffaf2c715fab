package dev.spoolmark.http;

import dev.spoolmark.core.CidrBlock;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// A set of address blocks.
public final class CidrSet {

    public static final CidrSet NONE = new CidrSet(List.of());

    public static final CidrSet EVERY = of(List.of("0.0.0.0/0", "::/0"));

    private final List<CidrBlock> networks;

    private CidrSet(List<CidrBlock> networks) {
        this.networks = networks;
    }

    /// @throws IllegalArgumentException when one of them is neither an address nor a block
    public static CidrSet of(List<String> written) {
        return new CidrSet(written.stream().map(CidrBlock::of).toList());
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
        for (CidrBlock network : networks) {
            if (network.contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
