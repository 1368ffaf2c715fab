package dev.spoolmark.transfer.file;

import dev.spoolmark.core.ByteOrderMark;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The encodings of texts in imported files.
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),

    /// Only with a byte order mark.
    UTF_16(StandardCharsets.UTF_16),

    WINDOWS_1252(Charset.forName("windows-1252"));

    private static final int BUFFER = 1 << 16;
    private static final char MARK = '\ufeff';

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /// The encoding of a text, which is read to its end.
    static TextEncoding of(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer decoded = CharBuffer.allocate(BUFFER);
        boolean isFirst = true;
        while (true) {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            boolean isEnd = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0)).flip();
            if (isFirst && isUtf16(bytes)) {
                return UTF_16;
            }
            isFirst = false;
            CoderResult result = decoder.decode(bytes, decoded.clear(), isEnd);
            if (result.isError()) {
                return WINDOWS_1252;
            }
            if (isEnd) {
                return UTF_8;
            }
            bytes.compact();
        }
    }

    private static boolean isUtf16(ByteBuffer bytes) {
        int mark = bytes.remaining() < 2 ? 0 : bytes.getShort(bytes.position()) & 0xffff;
        return mark == 0xfeff || mark == 0xfffe;
    }

    /// The characters without a byte order mark.
    Reader decode(InputStream in) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset), BUFFER);
        try {
            reader.mark(1);
            if (reader.read() != MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The beginning of a text, whose last character may be cut off.
    static String decodeHead(byte[] head) {
        Charset charset = isUtf16(ByteBuffer.wrap(head)) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return ByteOrderMark.strip(new String(head, charset));
    }
}
