package dev.spoolmark.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/// Scales images down, one at a time: a decoded image is the largest object in the heap of the server.
final class ImageResizer {

    private static final long MAX_PIXELS = 40_000_000;

    /// A decoded pixel takes up to 8 bytes during scaling.
    private static final long MAX_DECODED_PIXELS = 3_000_000;

    /// The maximum for images that the decoder holds whole, with 6 bytes per pixel outside the heap.
    private static final long MAX_WHOLE_PIXELS = 9_000_000;

    /// The decoder holds whole rows, so that a few rows of millions of pixels would take as much as a large image.
    private static final int MAX_SIDE = 20_000;

    private static final double QUALITY = 0.85;

    static {
        // Set before the first image: there is no screen, and looking for one can fail.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private final Semaphore one = new Semaphore(1);

    /// @return whether the image can be decoded within the limits, according to its header; formats that the
    ///     JDK cannot decode are stored as they are
    static boolean isDecodable(byte[] image) {
        return ImageFormat.of(image)
                .map(format -> format == ImageFormat.WEBP || pixels(image) <= MAX_PIXELS)
                .orElse(false);
    }

    /// @param original read only when it is scaled, so that waiting requests hold no image
    /// @return a JPEG of this width; empty if the image is not wider, cannot be decoded, or would take too
    ///     much memory
    Optional<byte[]> scaleToWidth(Supplier<Optional<byte[]>> original, int width) {
        one.acquireUninterruptibly();
        try {
            return original.get().flatMap(image -> scaleToWidth(image, width));
        } finally {
            one.release();
        }
    }

    private static Optional<byte[]> scaleToWidth(byte[] image, int width) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            boolean decodesWhole =
                    ImageFormat.of(image).equals(Optional.of(ImageFormat.JPEG)) && JpegHeader.decodesWhole(image);
            return scaleToWidth(readers.next(), in, width, decodesWhole ? MAX_WHOLE_PIXELS : MAX_PIXELS);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> scaleToWidth(ImageReader reader, ImageInputStream in, int width, long maxPixels)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            int originalWidth = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (originalWidth <= width || pixels(reader) > maxPixels) {
                return Optional.empty();
            }
            // Decodes at about twice the target size: good quality with a fraction of the memory.
            int step = Math.max(1, originalWidth / (2 * width));
            while ((long) (originalWidth / step) * (height / step) > MAX_DECODED_PIXELS) {
                step++;
            }
            ImageReadParam sparse = reader.getDefaultReadParam();
            sparse.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, sparse);
            return Optional.of(jpeg(image, Math.min(width, image.getWidth())));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] jpeg(BufferedImage image, int width) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .width(width)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private static long pixels(byte[] image) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Long.MAX_VALUE;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return pixels(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Long.MAX_VALUE;
        }
    }

    /// The size of the image; more than any limit if a side is too long.
    private static long pixels(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return Math.max(width, height) > MAX_SIDE ? Long.MAX_VALUE : (long) width * height;
    }
}
