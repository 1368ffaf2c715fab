package dev.spoolmark.http.client;

/// The result of an outgoing request. Failures of the other server are values, not exceptions.
public sealed interface FetchResult {

    /// A response, decompressed.
    final class Content implements FetchResult {

        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        /// Not a copy: a picture may be large.
        public byte[] bytes() {
            return bytes;
        }
    }

    /// The destination answered that there is no such thing.
    record Missing() implements FetchResult {}

    /// No usable response.
    ///
    /// @param reason in one line, for the operator; without the address, in which keys could stand
    /// @param refused whether the key was not accepted
    /// @param passing whether asking again soon may end in another way: it could not be reached, failed or is busy
    record Failed(String reason, boolean refused, boolean passing) implements FetchResult {

        static Failed because(String reason) {
            return new Failed(reason, false, false);
        }

        static Failed forNow(String reason) {
            return new Failed(reason, false, true);
        }
    }

    /// Nothing was sent: the destination has as much to do as it bears, or is left alone for a while.
    ///
    /// @param reason in one line, for the operator
    record Unasked(String reason) implements FetchResult {}
}
