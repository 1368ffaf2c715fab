package dev.spoolmark.artwork;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/// Images for items without one. Clients know their names and ignore them
/// (`docs/spec/v1/conventions.md#images`).
public final class Placeholders {

    private static final Map<String, Shape> SHAPES = Map.of(
            "poster-dark", new Shape(300, 450),
            "poster-small", new Shape(138, 207),
            "fanart-dark", new Shape(940, 529),
            "fanart-summary", new Shape(940, 529),
            "episode-dark", new Shape(400, 225),
            "banner", new Shape(758, 140),
            "avatar-large", new Shape(200, 200));

    private static final Color GROUND = new Color(0x1D, 0x1F, 0x23);
    private static final Color FRAME = new Color(0x33, 0x37, 0x3D);

    private final Map<String, byte[]> cache = new ConcurrentHashMap<>();

    /// The default size.
    private record Shape(int width, int height) {}

    /// @param width in pixels, at most the default width
    public Optional<Image> find(String name, int width) {
        Shape shape = SHAPES.get(name);
        if (shape == null) {
            return Optional.empty();
        }
        int wide = Math.min(width, shape.width());
        byte[] image = cache.computeIfAbsent(name + "-" + wide, first -> draw(shape, wide));
        return Optional.of(new Image(new ByteArrayInputStream(image), image.length, "image/jpeg", name + "-" + wide));
    }

    private static byte[] draw(Shape shape, int width) {
        int height = Math.max(1, shape.height() * width / shape.width());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(GROUND);
            graphics.fillRect(0, 0, width, height);
            graphics.setColor(FRAME);
            reel(graphics, width / 2, height / 2, Math.min(width, height) / 4);
        } finally {
            graphics.dispose();
        }
        return jpeg(image);
    }

    /// A spool: a disc with five holes.
    private static void reel(Graphics2D graphics, int x, int y, int radius) {
        disc(graphics, x, y, radius);
        graphics.setColor(GROUND);
        disc(graphics, x, y, radius / 6);
        for (int hole = 0; hole < 5; hole++) {
            double angle = 2 * Math.PI * hole / 5 - Math.PI / 2;
            int away = radius * 3 / 5;
            disc(
                    graphics,
                    x + (int) Math.round(away * Math.cos(angle)),
                    y + (int) Math.round(away * Math.sin(angle)),
                    radius / 4);
        }
    }

    private static void disc(Graphics2D graphics, int x, int y, int radius) {
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static byte[] jpeg(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
