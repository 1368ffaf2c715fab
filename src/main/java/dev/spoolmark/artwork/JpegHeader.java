package dev.spoolmark.artwork;

/// Reads from the header of a JPEG how it is decoded (ITU-T T.81, annex B).
final class JpegHeader {

    private static final int START_OF_SCAN = 0xDA;

    private JpegHeader() {}

    /// @return whether a decoder holds the whole image in memory, however small the result is: progressive
    ///     and non-interleaved images, and headers that cannot be read
    static boolean decodesWhole(byte[] jpeg) {
        int components = Integer.MAX_VALUE;
        int at = 2;
        while (at + 10 <= jpeg.length && unsigned(jpeg, at) == 0xFF) {
            int marker = unsigned(jpeg, at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return unsigned(jpeg, at + 4) < components;
            }
            if (isFrame(marker)) {
                if ((marker & 3) == 2) {
                    return true;
                }
                components = unsigned(jpeg, at + 9);
            }
            at += 2 + (unsigned(jpeg, at + 2) << 8 | unsigned(jpeg, at + 3));
        }
        return true;
    }

    /// SOF0 to SOF15, except three markers with other meanings.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
