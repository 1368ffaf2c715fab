package dev.spoolmark.account.secondfactor;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.spoolmark.core.HtmlEntities;

/// QR codes as SVG elements, which work inside a page without script, style or another request.
public final class QrSvg {

    /// Light modules around the code, as ISO/IEC 18004 demands.
    private static final int MARGIN = 4;

    private QrSvg() {}

    /// An `svg` element without a size of its own, dark on light in every theme, since scanners need that.
    ///
    /// @param text what a scanner reads, at most 1,000 bytes
    /// @param description what a screen reader says
    public static String of(String text, String description) {
        ByteMatrix modules = encode(text);
        int size = modules.getWidth() + 2 * MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" role=\"img\" aria-label=\"" + HtmlEntities.encode(description)
                + "\" shape-rendering=\"crispEdges\"><rect width=\"" + size + "\" height=\"" + size
                + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path(modules) + "\"/></svg>";
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    /// One rectangle for each run of dark modules in a row.
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = darkRun(modules, x, y);
                if (run > 0) {
                    path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                    x += run;
                }
            }
        }
        return path.toString();
    }

    private static int darkRun(ByteMatrix modules, int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }
}
