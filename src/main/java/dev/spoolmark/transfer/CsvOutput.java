package dev.spoolmark.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes rows of a CSV file (RFC 4180) in UTF-8. Cells are not changed, so that programs read back what was written.
final class CsvOutput {

    private final OutputStream out;

    CsvOutput(OutputStream out) {
        this.out = out;
    }

    void row(@Nullable Object... cells) {
        try {
            out.write(line(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param cells null for an empty one
    static byte[] line(@Nullable Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        return line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.equals(text.strip());
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
