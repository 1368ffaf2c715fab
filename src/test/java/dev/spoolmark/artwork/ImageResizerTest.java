package dev.spoolmark.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageResizerTest {

    private final ImageResizer resizing = new ImageResizer();

    @Test
    void anImageIsScaledProportionally() {
        byte[] narrow = narrowed(TestImages.jpeg(680, 1000), 138).orElseThrow();

        assertThat(TestImages.width(narrow)).isEqualTo(138);
        assertThat(TestImages.height(narrow)).isBetween(202, 204);
        assertThat(ImageFormat.of(narrow)).contains(ImageFormat.JPEG);
    }

    @Test
    void aTallImageIsDecodedPartially() {
        byte[] narrow = narrowed(TestImages.jpeg(3_500, 5_250), 940).orElseThrow();

        assertThat(TestImages.width(narrow)).isEqualTo(940);
        assertThat(TestImages.height(narrow)).isBetween(1_405, 1_415);
        assertThat(TestImages.width(narrowed(TestImages.jpeg(1_000, 9_000), 940).orElseThrow()))
                .isBetween(300, 940);
    }

    @Test
    void aTransparentImageBecomesAJpeg() {
        byte[] narrow = narrowed(TestImages.png(1500, 300), 940).orElseThrow();

        assertThat(TestImages.width(narrow)).isEqualTo(940);
        assertThat(ImageFormat.of(narrow)).contains(ImageFormat.JPEG);
    }

    @Test
    void imagesAreNotEnlarged() {
        assertThat(narrowed(TestImages.jpeg(138, 200), 138)).isEmpty();
        assertThat(narrowed(TestImages.jpeg(100, 200), 138)).isEmpty();
    }

    @Test
    void otherFilesAreRejected() {
        byte[] drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);

        assertThat(ImageResizer.isDecodable(drawing)).isFalse();
        assertThat(ImageResizer.isDecodable(new byte[0])).isFalse();
        assertThat(ImageResizer.isDecodable(Arrays.copyOf(TestImages.jpeg(10, 10), 5)))
                .isFalse();
        assertThat(ImageResizer.isDecodable(TestImages.jpeg(10, 10))).isTrue();
        assertThat(narrowed(drawing, 138)).isEmpty();
    }

    @Test
    void anImageThatIsTooLargeToDecodeIsRejected() {
        byte[] bomb = TestImages.png(1, 1);
        claim(bomb, 100_000, 100_000);

        assertThat(ImageResizer.isDecodable(bomb)).isFalse();
    }

    @Test
    void anImageWithVeryLongRowsIsRejected() {
        byte[] wide = TestImages.png(10, 10);
        claim(wide, 2_000_000, 16);

        assertThat(ImageResizer.isDecodable(wide)).isFalse();
        assertThat(narrowed(wide, 138)).isEmpty();
    }

    @Test
    void aProgressiveImageIsDecodedOnlyIfItIsSmall() {
        assertThat(narrowed(TestImages.greyJpeg(2_000, 3_000, true), 300)).isPresent();
        assertThat(narrowed(TestImages.greyJpeg(3_100, 3_100, false), 300)).isPresent();

        byte[] large = TestImages.greyJpeg(3_100, 3_100, true);
        assertThat(ImageResizer.isDecodable(large)).isTrue();
        assertThat(narrowed(large, 300)).isEmpty();
    }

    @Test
    void theHeaderDeterminesWhetherDecodingHoldsTheWholeImage() {
        byte[] baseline = TestImages.jpeg(20, 20);
        assertThat(JpegHeader.decodesWhole(baseline)).isFalse();
        assertThat(JpegHeader.decodesWhole(TestImages.greyJpeg(20, 20, true))).isTrue();
        assertThat(JpegHeader.decodesWhole(Arrays.copyOf(baseline, 30))).isTrue();
        assertThat(JpegHeader.decodesWhole(new byte[0])).isTrue();

        byte[] oneColourAfterTheOther = baseline.clone();
        int scan = new String(baseline, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
        oneColourAfterTheOther[scan + 4] = 1;
        assertThat(JpegHeader.decodesWhole(oneColourAfterTheOther)).isTrue();
    }

    @Test
    void aTruncatedImageIsServedAsItIs() {
        byte[] content = TestImages.png(600, 600);

        assertThat(narrowed(Arrays.copyOf(content, content.length / 2), 138)).isEmpty();
    }

    private Optional<byte[]> narrowed(byte[] picture, int width) {
        return resizing.scaleToWidth(() -> Optional.of(picture), width);
    }

    /// Writes a larger size into the header of a PNG.
    private static void claim(byte[] png, int width, int height) {
        for (int at = 0; at < 4; at++) {
            png[16 + at] = (byte) (width >>> (8 * (3 - at)));
            png[20 + at] = (byte) (height >>> (8 * (3 - at)));
        }
    }
}
