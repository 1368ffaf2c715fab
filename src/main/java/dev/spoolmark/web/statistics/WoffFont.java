package dev.spoolmark.web.statistics;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// The outlines of a TrueType font in a WOFF file (W3C WOFF 1.0, OpenType `cmap` format 4 and `glyf`).
///
/// The fonts of AWT need native libraries and installed fonts, which a small runtime does not have.
final class WoffFont {

    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int TABLE_COUNT = 12;
    private static final int UNITS = 18;
    private static final int LOCATION_FORMAT = 50;
    private static final int METRIC_COUNT = 34;
    private static final int METRIC = 4;
    private static final int UNSIGNED = 0xFFFF;

    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final int unitsPerEm;
    private final boolean hasLongLocations;
    private final int metrics;
    private final CharacterMap characters;

    /// @param resource on the class path
    WoffFont(String resource) {
        ByteBuffer file = read(resource);
        int count = file.getShort(TABLE_COUNT) & UNSIGNED;
        for (int i = 0; i < count; i++) {
            int entry = HEADER + i * ENTRY;
            byte[] tag = new byte[4];
            file.get(entry, tag);
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    table(file, file.getInt(entry + 4), file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        unitsPerEm = table("head").getShort(UNITS) & UNSIGNED;
        hasLongLocations = table("head").getShort(LOCATION_FORMAT) != 0;
        metrics = table("hhea").getShort(METRIC_COUNT) & UNSIGNED;
        characters = CharacterMap.of(table("cmap"));
    }

    private static ByteBuffer read(String resource) {
        try (InputStream in = WoffFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer table(ByteBuffer file, int offset, int compressed, int length) {
        byte[] stored = new byte[compressed];
        file.get(offset, stored);
        if (compressed == length) {
            return ByteBuffer.wrap(stored);
        }
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(stored))) {
            return ByteBuffer.wrap(inflated.readNBytes(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalStateException("the font has no table " + tag);
        }
        return table;
    }

    /// Whether the font has a glyph for a code point.
    boolean has(int codePoint) {
        return characters.glyph(codePoint) != 0;
    }

    /// The width of a character in a size of 1.
    double advance(int codePoint) {
        int metric = Math.min(characters.glyph(codePoint), metrics - 1);
        return (double) (table("hmtx").getShort(metric * METRIC) & UNSIGNED) / unitsPerEm;
    }

    /// The outline of a character in a size of 1, on the base line at 0; y points down.
    Path2D outline(int codePoint) {
        Path2D path = new Path2D.Double();
        GlyphOutline.append(path, this::glyph, characters.glyph(codePoint), new AffineTransform());
        path.transform(AffineTransform.getScaleInstance(1.0 / unitsPerEm, -1.0 / unitsPerEm));
        return path;
    }

    /// The description of a glyph; null for an empty one, such as a space.
    private @Nullable ByteBuffer glyph(int glyph) {
        int start = location(glyph);
        int end = location(glyph + 1);
        return end == start ? null : table("glyf").slice(start, end - start);
    }

    private int location(int glyph) {
        ByteBuffer locations = table("loca");
        return hasLongLocations ? locations.getInt(glyph * 4) : (locations.getShort(glyph * 2) & UNSIGNED) * 2;
    }
}
