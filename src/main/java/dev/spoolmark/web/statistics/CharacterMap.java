package dev.spoolmark.web.statistics;

import java.nio.ByteBuffer;

/// From code points of the basic plane to glyphs: a table `cmap` of format 4.
///
/// @param table begins with the format
/// @param segments number of ranges of code points
record CharacterMap(ByteBuffer table, int segments) {

    private static final int FORMAT = 4;
    private static final int UNSIGNED = 0xFFFF;
    private static final int ENDS = 14;

    /// @throws IllegalStateException if there is no table of format 4
    static CharacterMap of(ByteBuffer all) {
        int count = all.getShort(2) & UNSIGNED;
        for (int i = 0; i < count; i++) {
            int offset = all.getInt(4 + i * 8 + 4);
            if (all.getShort(offset) == FORMAT) {
                ByteBuffer table = all.slice(offset, all.capacity() - offset);
                return new CharacterMap(table, (table.getShort(6) & UNSIGNED) / 2);
            }
        }
        throw new IllegalStateException("the font has no character map of format 4");
    }

    /// 0 for a code point without a glyph.
    int glyph(int codePoint) {
        for (int i = 0; codePoint <= UNSIGNED && i < segments; i++) {
            if (codePoint <= number(ENDS + 2 * i)) {
                return glyph(codePoint, i);
            }
        }
        return 0;
    }

    private int glyph(int codePoint, int segment) {
        int starts = ENDS + 2 * segments + 2;
        int start = number(starts + 2 * segment);
        if (codePoint < start) {
            return 0;
        }
        int delta = number(starts + 2 * segments + 2 * segment);
        int offsetAt = starts + 4 * segments + 2 * segment;
        int offset = number(offsetAt);
        if (offset == 0) {
            return codePoint + delta & UNSIGNED;
        }
        int glyph = number(offsetAt + offset + 2 * (codePoint - start));
        return glyph == 0 ? 0 : glyph + delta & UNSIGNED;
    }

    private int number(int position) {
        return table.getShort(position) & UNSIGNED;
    }
}
