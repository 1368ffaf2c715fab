package dev.spoolmark.web.statistics;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads the outline of a glyph from a table `glyf` (OpenType): contours of lines and quadratic curves, or other glyphs
/// that it is composed of.
final class GlyphOutline {

    private static final int HEADER = 10;
    private static final int UNSIGNED = 0xFFFF;
    private static final int BYTE = 0xFF;

    private static final int ON_CURVE = 1;
    private static final int SHORT_X = 2;
    private static final int SHORT_Y = 4;
    private static final int REPEATED = 8;
    private static final int SAME_X = 16;
    private static final int SAME_Y = 32;

    private static final int WORDS = 1;
    private static final int OFFSETS = 2;
    private static final int ONE_SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;
    private static final double FIXED_POINT = 16_384;

    private GlyphOutline() {}

    /// @param glyphs from the number of a glyph to its description; null for an empty one
    static void append(Path2D path, IntFunction<@Nullable ByteBuffer> glyphs, int glyph, AffineTransform transform) {
        ByteBuffer description = glyphs.apply(glyph);
        if (description == null) {
            return;
        }
        int contours = description.getShort(0);
        if (contours < 0) {
            appendComposite(path, glyphs, description.position(HEADER), transform);
        } else if (contours > 0) {
            path.append(simple(description.position(HEADER), contours).getPathIterator(transform), false);
        }
    }

    private static void appendComposite(
            Path2D path, IntFunction<@Nullable ByteBuffer> glyphs, ByteBuffer in, AffineTransform transform) {
        int flags;
        do {
            flags = in.getShort() & UNSIGNED;
            int glyph = in.getShort() & UNSIGNED;
            double x = (flags & WORDS) == 0 ? in.get() : in.getShort();
            double y = (flags & WORDS) == 0 ? in.get() : in.getShort();
            if ((flags & OFFSETS) == 0) {
                x = 0;
                y = 0;
            }
            AffineTransform part = new AffineTransform(transform);
            part.concatenate(scaled(in, flags, x, y));
            append(path, glyphs, glyph, part);
        } while ((flags & MORE) != 0);
    }

    private static AffineTransform scaled(ByteBuffer in, int flags, double x, double y) {
        double xx = 1;
        double yx = 0;
        double xy = 0;
        double yy = 1;
        if ((flags & ONE_SCALE) != 0) {
            xx = in.getShort() / FIXED_POINT;
            yy = xx;
        } else if ((flags & TWO_SCALES) != 0) {
            xx = in.getShort() / FIXED_POINT;
            yy = in.getShort() / FIXED_POINT;
        } else if ((flags & MATRIX) != 0) {
            xx = in.getShort() / FIXED_POINT;
            yx = in.getShort() / FIXED_POINT;
            xy = in.getShort() / FIXED_POINT;
            yy = in.getShort() / FIXED_POINT;
        }
        return new AffineTransform(xx, yx, xy, yy, x, y);
    }

    private static Path2D simple(ByteBuffer in, int contours) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = in.getShort() & UNSIGNED;
        }
        int instructions = in.getShort() & UNSIGNED;
        in.position(in.position() + instructions);
        int[] flags = flags(in, ends[contours - 1] + 1);
        int[] xs = coordinates(in, flags, SHORT_X, SAME_X);
        int[] ys = coordinates(in, flags, SHORT_Y, SAME_Y);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int from = 0;
        for (int end : ends) {
            contour(path, flags, xs, ys, from, end - from + 1);
            from = end + 1;
        }
        return path;
    }

    private static int[] flags(ByteBuffer in, int points) {
        int[] flags = new int[points];
        for (int i = 0; i < points; i++) {
            flags[i] = in.get() & BYTE;
            if ((flags[i] & REPEATED) != 0) {
                int times = in.get() & BYTE;
                java.util.Arrays.fill(flags, i + 1, i + 1 + times, flags[i]);
                i += times;
            }
        }
        return flags;
    }

    private static int[] coordinates(ByteBuffer in, int[] flags, int shortBit, int sameBit) {
        int[] values = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean isSame = (flags[i] & sameBit) != 0;
            if ((flags[i] & shortBit) != 0) {
                int distance = in.get() & BYTE;
                value += isSame ? distance : -distance;
            } else if (!isSame) {
                value += in.getShort();
            }
            values[i] = value;
        }
        return values;
    }

    /// Between two points beside the curve lies a point on it, in the middle.
    private static void contour(Path2D path, int[] flags, int[] xs, int[] ys, int from, int count) {
        int first = 0;
        while (first < count && (flags[from + first] & ON_CURVE) == 0) {
            first++;
        }
        int start = from + first % count;
        double startX = xs[start];
        double startY = ys[start];
        if (first == count) {
            startX = (xs[from] + xs[from + count - 1]) / 2.0;
            startY = (ys[from] + ys[from + count - 1]) / 2.0;
            first = -1;
        }
        path.moveTo(startX, startY);
        double controlX = 0;
        double controlY = 0;
        boolean hasControl = false;
        for (int i = 1; i <= count; i++) {
            int point = from + Math.floorMod(first + i, count);
            boolean isOn = (flags[point] & ON_CURVE) != 0;
            double x = xs[point];
            double y = ys[point];
            if (hasControl) {
                double endX = isOn ? x : (controlX + x) / 2;
                double endY = isOn ? y : (controlY + y) / 2;
                path.quadTo(controlX, controlY, endX, endY);
            } else if (isOn) {
                path.lineTo(x, y);
            }
            hasControl = !isOn;
            controlX = x;
            controlY = y;
        }
        if (hasControl) {
            path.quadTo(controlX, controlY, startX, startY);
        }
        path.closePath();
    }
}
