package dev.spoolmark.artwork;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/// Makes a square JPEG of the middle of a picture.
final class SquarePicture {

    /// Longest side of the result, in pixels.
    static final int SIDE = 512;

    private static final int SMALLEST = 16;

    /// A decoded pixel takes up to 8 bytes.
    private static final long MAX_DECODED_PIXELS = 2_000_000;

    private static final double QUALITY = 0.85;

    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private SquarePicture() {}

    /// Empty if it is not a JPEG or PNG, cannot be decoded, is smaller than 16 pixels, or has too many. The size is
    /// read from the header before anything is decoded.
    static Optional<byte[]> of(byte[] picture) {
        Optional<ImageFormat> format = ImageFormat.of(picture).filter(known -> known != ImageFormat.WEBP);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        DecodingLimits.PERMIT.acquireUninterruptibly();
        try {
            return decode(picture, format.get(), DecodingLimits.maxPixels(picture));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        } finally {
            DecodingLimits.PERMIT.release();
        }
    }

    private static Optional<byte[]> decode(byte[] picture, ImageFormat format, long maxPixels) throws IOException {
        Orientation orientation = format == ImageFormat.JPEG ? orientation(picture) : Orientation.TOP_LEFT;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (Math.min(width, height) < SMALLEST || DecodingLimits.pixels(reader) > maxPixels) {
                    return Optional.empty();
                }
                return Optional.of(square(reader, width, height, orientation));
            } finally {
                reader.dispose();
            }
        }
    }

    /// Decodes about twice as many pixels as needed.
    private static byte[] square(ImageReader reader, int width, int height, Orientation orientation)
            throws IOException {
        int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
        while ((long) (width / step) * (height / step) > MAX_DECODED_PIXELS) {
            step++;
        }
        ImageReadParam sparse = reader.getDefaultReadParam();
        sparse.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, sparse);
        int side = Math.min(SIDE, Math.min(image.getWidth(), image.getHeight()));
        BufferedImage small = Thumbnails.of(image)
                .size(side, side)
                .crop(Positions.CENTER)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
        BufferedImage upright =
                ExifFilterUtils.getFilterForOrientation(orientation).apply(small);
        var out = new ByteArrayOutputStream();
        Thumbnails.of(upright)
                .scale(1)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    /// How the camera was held, from the Exif metadata.
    private static Orientation orientation(byte[] jpeg) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, false);
                Orientation found = ExifUtils.getExifOrientation(reader, 0);
                return found == null ? Orientation.TOP_LEFT : found;
            } catch (IOException | RuntimeException noMetadata) {
                return Orientation.TOP_LEFT;
            } finally {
                reader.dispose();
            }
        }
    }
}
