package dev.spoolmark.artwork;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures made for tests.
public final class Drawn {

    private Drawn() {}

    public static byte[] jpeg(int width, int height) {
        return picture(width, height, "jpg", BufferedImage.TYPE_INT_RGB);
    }

    /// With a see-through ground, as logos have.
    public static byte[] png(int width, int height) {
        return picture(width, height, "png", BufferedImage.TYPE_INT_ARGB);
    }

    private static byte[] picture(int width, int height, String format, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    public static int width(byte[] picture) {
        return read(picture).getWidth();
    }

    static int height(byte[] picture) {
        return read(picture).getHeight();
    }

    private static BufferedImage read(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
