package dev.spoolmark.http.client;

/// The result of an outgoing request. Failures of the other server are values, not exceptions.
public sealed interface FetchResult {

    /// A response, decompressed.
    final class Content implements FetchResult {

        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        /// Not a copy: an image may be large.
        public byte[] bytes() {
            return bytes;
        }
    }

    /// The host responded that the resource does not exist.
    record Missing() implements FetchResult {}

    /// No usable response.
    ///
    /// @param reason one line for the operator, without the URL, which may contain keys
    /// @param keyRejected whether the key was rejected
    /// @param retryable whether a later request may succeed: the host was unreachable, failed or is busy
    record Failed(String reason, boolean keyRejected, boolean retryable) implements FetchResult {

        static Failed because(String reason) {
            return new Failed(reason, false, false);
        }

        static Failed forNow(String reason) {
            return new Failed(reason, false, true);
        }
    }

    /// Nothing was sent: the rate limit is used up, or the circuit is open.
    ///
    /// @param reason one line for the operator
    record NotSent(String reason) implements FetchResult {}
}
