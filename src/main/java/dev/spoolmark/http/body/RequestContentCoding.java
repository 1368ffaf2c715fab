package dev.spoolmark.http.body;

import dev.spoolmark.http.RequestHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The compression of a request body (RFC 9110, 8.4).
public enum RequestContentCoding {
    IDENTITY {
        @Override
        InputStream decode(InputStream raw) {
            return raw;
        }
    },

    GZIP {
        @Override
        InputStream decode(InputStream raw) throws IOException {
            return new GZIPInputStream(raw, BUFFER);
        }
    },

    DEFLATE {
        @Override
        InputStream decode(InputStream raw) throws IOException {
            // `deflate` means zlib, but some clients send the bare stream of RFC 1951.
            PushbackInputStream in = new PushbackInputStream(raw, ZLIB_HEADER);
            byte[] begin = in.readNBytes(ZLIB_HEADER);
            in.unread(begin);
            Inflater inflater = new Inflater(!isZlib(begin));
            return new InflaterInputStream(in, inflater, BUFFER) {
                @Override
                public void close() throws IOException {
                    super.close();
                    inflater.end();
                }
            };
        }
    };

    private static final Optional<RequestContentCoding> NOT_ENCODED = Optional.of(IDENTITY);
    private static final int BUFFER = 8 * 1024;
    private static final int ZLIB_HEADER = 2;
    private static final int ZLIB_CHECK = 31;

    /// @return empty for an unknown encoding, and for more than one
    public static Optional<RequestContentCoding> of(RequestHeaders header) {
        List<String> sent = header.listed("Content-Encoding");
        if (sent.isEmpty()) {
            return NOT_ENCODED;
        }
        List<String> names = sent.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("identity"))
                .toList();
        if (names.isEmpty()) {
            return Optional.of(IDENTITY);
        }
        if (names.size() > 1) {
            return Optional.empty();
        }
        return switch (names.getFirst()) {
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "deflate" -> Optional.of(DEFLATE);
            default -> Optional.empty();
        };
    }

    /// The decompressed bytes. Closing the result frees native memory of the decoder.
    abstract InputStream decode(InputStream raw) throws IOException;

    private static boolean isZlib(byte[] begin) {
        return begin.length == ZLIB_HEADER
                && (begin[0] & 0x0F) == 8
                && (((begin[0] & 0xFF) << 8) | (begin[1] & 0xFF)) % ZLIB_CHECK == 0;
    }
}
