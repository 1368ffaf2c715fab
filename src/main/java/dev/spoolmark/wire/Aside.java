package dev.spoolmark.wire;

import java.util.function.Supplier;

/// How whoever works on a request waits for others.
public interface Aside {

    /// Does something that waits for others, without keeping anybody from their turn meanwhile.
    <T> T aside(Supplier<T> waiting);
}
