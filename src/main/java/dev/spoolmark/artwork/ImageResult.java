package dev.spoolmark.artwork;

/// What came of asking for a picture.
public sealed interface ImageResult {

    /// The picture.
    final class Found implements ImageResult {

        private final byte[] bytes;

        public Found(byte[] bytes) {
            this.bytes = bytes;
        }

        /// Not a copy: a picture may be large.
        byte[] bytes() {
            return bytes;
        }
    }

    /// There is none at this address that can be used, or it may not be asked for.
    record NotThere() implements ImageResult {}

    /// It could not be asked for now. It may be there.
    record NotNow() implements ImageResult {}
}
