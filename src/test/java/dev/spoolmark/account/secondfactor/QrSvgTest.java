package dev.spoolmark.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSvgTest {

    private static final String URI =
            "otpauth://totp/Spoolmark:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Spoolmark";
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int SCALE = 4;

    @Test
    void theCodeDecodesToTheText() throws Exception {
        assertThat(scan(QrSvg.of(URI, "QR code"))).isEqualTo(URI);
    }

    @Test
    void theImageHasAnEscapedAccessibleName() {
        assertThat(QrSvg.of("x", "QR code <1> \"a\""))
                .contains("role=\"img\"")
                .contains("aria-label=\"QR code &lt;1&gt; &quot;a&quot;\"");
    }

    @Test
    void containsNoScriptStyleOrLink() {
        assertThat(QrSvg.of(URI, "QR code")).doesNotContain("style", "script", "href", URI);
    }

    private static String scan(String svg) throws Exception {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            paint(pixels, width, run);
        }
        RGBLuminanceSource source = new RGBLuminanceSource(width, width, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static void paint(int[] pixels, int width, Matcher run) {
        int left = Integer.parseInt(run.group(1)) * SCALE;
        int top = Integer.parseInt(run.group(2)) * SCALE;
        int right = left + Integer.parseInt(run.group(3)) * SCALE;
        for (int y = top; y < top + SCALE; y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, 0);
        }
    }
}
