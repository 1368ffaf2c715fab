package dev.spoolmark.artwork;

/// What the header of a JPEG says about how it is decoded (ITU-T T.81, annex B).
final class JpegHeader {

    private static final int START_OF_SCAN = 0xDA;

    private JpegHeader() {}

    /// Whether a decoder holds all of the picture in memory, however much smaller the result is: a progressive
    /// picture, and one whose colours follow each other. What cannot be understood counts as one.
    static boolean isHeldWhole(byte[] jpeg) {
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

    /// SOF0 to SOF15. Three markers among them mean something else.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
