package dev.spoolmark.metadata.imdb;

import dev.spoolmark.metadata.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/// Reads the lines of a plain or compressed file, split at tabs and kept as bytes until a text is needed.
final class TsvLineReader implements Closeable {

    private static final int BUFFER_SIZE = 1 << 16;
    private static final int LONGEST = 1 << 20;
    private static final int MAX_CELLS = 64;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER_SIZE];
    private int filled;
    private int next;
    private int start;
    private int end;
    private final int[] tabs = new int[MAX_CELLS];
    private int cells;
    private long number;
    private boolean tooLong;

    private TsvLineReader(InputStream in) {
        this.in = in;
    }

    /// Detects compression by the first bytes, not by the name.
    ///
    /// @param bytes called with the number of bytes read
    static TsvLineReader open(Path file, LongConsumer bytes) throws IOException {
        InputStream raw =
                new BufferedInputStream(new CountingInputStream(Files.newInputStream(file), bytes), BUFFER_SIZE);
        try {
            raw.mark(2);
            boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return new TsvLineReader(zipped ? new GZIPInputStream(raw, BUFFER_SIZE) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /// Moves to the next line that is not empty.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        do {
            if (!read()) {
                return false;
            }
            number++;
            if (number == 1) {
                skipByteOrderMark();
            }
        } while (end == start && !tooLong);
        cut();
        return true;
    }

    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    int count() {
        return cells;
    }

    List<String> cells() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            texts.add(cell(i));
        }
        return texts;
    }

    String cell(int index) {
        return new String(buffer, from(index), to(index) - from(index), StandardCharsets.UTF_8);
    }

    boolean isNull(int index) {
        int from = from(index);
        return to(index) - from == 2 && buffer[from] == '\\' && buffer[from + 1] == 'N';
    }

    boolean is(int index, String ascii) {
        int from = from(index);
        if (to(index) - from != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (buffer[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipByteOrderMark() {
        boolean marked = end - start >= 3
                && buffer[start] == (byte) 0xef
                && buffer[start + 1] == (byte) 0xbb
                && buffer[start + 2] == (byte) 0xbf;
        start += marked ? 3 : 0;
    }

    private int from(int index) {
        return index == 0 ? start : tabs[index - 1] + 1;
    }

    private int to(int index) {
        return index == cells - 1 ? end : tabs[index];
    }

    private boolean read() throws IOException {
        start = next;
        tooLong = false;
        int at = next;
        while (true) {
            while (at < filled) {
                if (buffer[at] == '\n') {
                    next = at + 1;
                    end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                    return true;
                }
                at++;
            }
            int stored = at - start;
            if (!fill()) {
                next = filled;
                end = filled;
                return end > start;
            }
            at = start + (tooLong ? 0 : stored);
        }
    }

    /// Reads more bytes of the current line. Of a line that is too long only the end is kept.
    private boolean fill() throws IOException {
        int stored = filled - start;
        if (stored > LONGEST) {
            tooLong = true;
        }
        if (tooLong) {
            stored = 0;
        }
        if (stored > buffer.length / 2) {
            buffer = Arrays.copyOfRange(buffer, start, start + 2 * buffer.length);
        } else {
            System.arraycopy(buffer, start, buffer, 0, stored);
        }
        start = 0;
        int read = in.read(buffer, stored, buffer.length - stored);
        filled = stored + Math.max(read, 0);
        return read > 0;
    }

    private void cut() {
        cells = 1;
        for (int at = start; at < end; at++) {
            if (buffer[at] == '\t') {
                if (cells == MAX_CELLS) {
                    return;
                }
                tabs[cells++ - 1] = at;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
