package dev.spoolmark.http;

import java.util.function.Supplier;

/// How whoever works on a request waits for others.
public interface Blocking {

    /// Does something that waits for others, without keeping anybody from their turn meanwhile.
    <T> T runBlocking(Supplier<T> waiting);
}
