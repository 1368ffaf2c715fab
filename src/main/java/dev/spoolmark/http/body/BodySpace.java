package dev.spoolmark.http.body;

/// Space that request bodies reserve.
public interface BodySpace {

    /// Takes `bytes`, and waits for them.
    ///
    /// @throws dev.spoolmark.core.ProblemException with `Overloaded` when they did not become free in time
    Reservation reserve(long bytes);

    /// What one body holds, until closed.
    interface Reservation extends AutoCloseable {

        /// Returns what is held beyond `bytes`.
        void shrinkTo(long bytes);

        @Override
        void close();
    }
}
