package dev.spoolmark.http.body;

/// A budget, disk or memory, that bodies reserve from.
public interface BodySpace {

    /// Reserves `bytes`, waiting until they are free.
    ///
    /// @throws dev.spoolmark.core.ProblemException with `Overloaded` on timeout
    Reservation reserve(long bytes);

    /// The space of one body, until closed.
    interface Reservation extends AutoCloseable {

        /// Releases what exceeds `bytes`.
        void shrinkTo(long bytes);

        @Override
        void close();
    }
}
