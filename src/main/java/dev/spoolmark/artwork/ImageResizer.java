package dev.spoolmark.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/// Scales images down, one at a time: a decoded image is the largest object in the heap of the server.
final class ImageResizer {

    /// A decoded pixel takes up to 8 bytes during scaling.
    private static final long MAX_DECODED_PIXELS = 3_000_000;

    private static final double QUALITY = 0.85;

    static {
        // Set before the first image: there is no screen, and looking for one can fail.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    /// @return whether the image can be decoded within the limits, according to its header; formats that the
    ///     JDK cannot decode are stored as they are
    static boolean isDecodable(byte[] image) {
        return ImageFormat.of(image)
                .map(format -> format == ImageFormat.WEBP || pixels(image) <= DecodingLimits.MAX_PIXELS)
                .orElse(false);
    }

    /// @param original read only when it is scaled, so that waiting requests hold no image
    /// @return a JPEG of this width; empty if the image is not wider, cannot be decoded, or would take too
    ///     much memory
    Optional<byte[]> scaleToWidth(Supplier<Optional<byte[]>> original, int width) {
        DecodingLimits.PERMIT.acquireUninterruptibly();
        try {
            return original.get().flatMap(image -> scaleToWidth(image, width));
        } finally {
            DecodingLimits.PERMIT.release();
        }
    }

    private static Optional<byte[]> scaleToWidth(byte[] image, int width) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            return scaleToWidth(readers.next(), in, width, DecodingLimits.maxPixels(image));
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
            if (originalWidth <= width || DecodingLimits.pixels(reader) > maxPixels) {
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
                return DecodingLimits.pixels(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Long.MAX_VALUE;
        }
    }
}
