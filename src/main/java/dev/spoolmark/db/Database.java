package dev.spoolmark.db;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The store behind the server, on either engine.
///
/// Work is short: no network and no waiting inside it. It may be run again when the engine asks for a retry, so it
/// has no effect but through its [Tx].
public interface Database extends AutoCloseable {

    /// Reads. Every statement sees all writes that were acknowledged before it began.
    <T extends @Nullable Object> T read(Work<T> work);

    /// Runs `work` as one transaction, all or nothing. When this returns, what was written survives a power cut.
    ///
    /// Refuses with `Problem.Overloaded` when the write could not be taken, with `Problem.Unavailable` when nothing
    /// can be stored, and with `Problem.OutcomeUnknown` when it may have been kept or not.
    <T extends @Nullable Object> T write(Work<T> work);

    Engine engine();

    /// Commits a small write and nothing else. When this returns, writes work; else it fails as they would.
    default void probe() {
        write(tx -> tx.update(WriteProbe.COUNT));
    }

    /// What is broken in the files themselves, in words without stored text; empty when nothing is. Reads
    /// everything.
    List<String> integrityProblems();

    /// What it has done and what waits for it, for those who watch over the server.
    DatabaseStats load();

    /// Finishes the writes that were accepted, then lets go of all connections.
    @Override
    void close();

    /// Something done inside one transaction.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {

        T run(Tx tx);
    }
}
