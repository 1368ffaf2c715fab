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

/// Answers made smaller with gzip, for clients that ask for it.
public final class ContentEncoding {

    private static final int BUFFER = 8 * 1024;

    private ContentEncoding() {}

    /// Whether these members of an `Accept-Encoding` allow gzip: named, or meant by `*`, and not with weight nought.
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

    /// Whether this kind of content gets smaller at all; pictures do not.
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

    /// Writes compressed what `content` writes. `out` stays open, and after a failure its content has no end.
    static void gzip(OutputStream out, Content content) throws IOException {
        try (Deflating gzip = new Deflating(out)) {
            content.writeTo(new Unflushed(gzip));
            gzip.finish();
        }
    }

    /// What is compressed.
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// Frees its memory outside of the heap when closed, whether or not the content was complete.
    private static final class Deflating extends GZIPOutputStream {

        Deflating(OutputStream out) throws IOException {
            super(out, BUFFER);
        }

        @Override
        public void close() {
            def.end();
        }
    }

    /// Keeps writers from flushing and closing.
    private static final class Unflushed extends FilterOutputStream {

        Unflushed(OutputStream out) {
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
