package dev.spoolmark.http.response;

import dev.spoolmark.http.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Compresses responses with gzip, for clients that accept it.
public final class ResponseContentCoding {

    private static final int BUFFER = 8 * 1024;

    private ResponseContentCoding() {}

    /// Whether these members of an `Accept-Encoding` allow gzip: named, or matched by `*`, and without weight 0.
    public static boolean acceptsGzip(List<String> encodings) {
        boolean any = false;
        for (String encoding : encodings) {
            String[] parts = encoding.toLowerCase(Locale.ROOT).split(";", -1);
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> {
                    return !forbidden(parts);
                }
                case "*" -> any = !forbidden(parts);
                default -> {}
            }
        }
        return any;
    }

    /// Whether this type of content can be compressed; images cannot.
    static boolean isCompressible(String contentType) {
        return contentType.equals(Json.CONTENT_TYPE)
                || contentType.startsWith("text/")
                || contentType.contains("json")
                || contentType.contains("javascript")
                || contentType.contains("xml");
    }

    static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 4);
        try {
            gzip(packed, out -> out.write(plain));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// Writes the compressed output of `content`. `out` stays open, and after a failure the output is
    /// incomplete.
    static void gzip(OutputStream out, Content content) throws IOException {
        try (ClosingGzipStream gzip = new ClosingGzipStream(out)) {
            content.writeTo(new NonFlushingStream(gzip));
            gzip.finish();
        }
    }

    /// The content to compress.
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// Frees its native memory when closed, whether or not the content was complete.
    private static final class ClosingGzipStream extends GZIPOutputStream {

        ClosingGzipStream(OutputStream out) throws IOException {
            super(out, BUFFER);
        }

        @Override
        public void close() {
            def.end();
        }
    }

    /// Ignores flush and close.
    private static final class NonFlushingStream extends FilterOutputStream {

        NonFlushingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static boolean forbidden(String[] parts) {
        for (int part = 1; part < parts.length; part++) {
            if (parts[part].replace(" ", "").matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
