package dev.spoolmark.artwork;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReader;

/// Limits for images that are decoded. A decoded image is the largest object in the heap of the server.
final class DecodingLimits {

    /// The permit to decode: one image at a time in the whole server.
    static final Semaphore PERMIT = new Semaphore(1);

    static final long MAX_PIXELS = 40_000_000;

    /// The maximum for images that the decoder holds whole, with 6 bytes per pixel outside the heap.
    private static final long MAX_WHOLE_PIXELS = 9_000_000;

    /// The decoder holds whole rows, so that a few rows of millions of pixels would take as much as a large image.
    private static final int MAX_SIDE = 20_000;

    private DecodingLimits() {}

    /// The maximum number of pixels for an image of this content.
    static long maxPixels(byte[] image) {
        boolean isJpeg = ImageFormat.of(image).filter(ImageFormat.JPEG::equals).isPresent();
        return isJpeg && JpegHeader.decodesWhole(image) ? MAX_WHOLE_PIXELS : MAX_PIXELS;
    }

    /// The number of pixels according to the header; more than any limit if a side is too long.
    static long pixels(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return Math.max(width, height) > MAX_SIDE ? Long.MAX_VALUE : (long) width * height;
    }
}
