package dev.spoolmark.core;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// A set of [CidrBlock]s.
public final class CidrSet {

    public static final CidrSet NONE = new CidrSet(List.of());

    public static final CidrSet EVERY = of(List.of("0.0.0.0/0", "::/0"));

    private final List<CidrBlock> blocks;

    private CidrSet(List<CidrBlock> blocks) {
        this.blocks = blocks;
    }

    /// @throws IllegalArgumentException when a text is no block and no literal address
    public static CidrSet of(List<String> blocks) {
        return new CidrSet(blocks.stream().map(CidrBlock::of).toList());
    }

    public CidrSet and(CidrSet other) {
        return new CidrSet(Stream.concat(blocks.stream(), other.blocks.stream()).toList());
    }

    public boolean contains(InetAddress address) {
        if (blocks.isEmpty()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        for (CidrBlock block : blocks) {
            if (block.contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
