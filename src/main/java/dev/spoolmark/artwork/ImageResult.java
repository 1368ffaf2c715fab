package dev.spoolmark.artwork;

/// The result of fetching an image.
public sealed interface ImageResult {

    /// The image.
    final class Found implements ImageResult {

        private final byte[] bytes;

        public Found(byte[] bytes) {
            this.bytes = bytes;
        }

        /// @return not a copy, because images can be large
        byte[] bytes() {
            return bytes;
        }
    }

    /// There is no usable image at this URL, or it must not be fetched.
    record NotFound() implements ImageResult {}

    /// It could not be fetched now. It may exist.
    record NotNow() implements ImageResult {}
}
