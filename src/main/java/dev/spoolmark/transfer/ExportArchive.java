package dev.spoolmark.transfer;

import dev.spoolmark.core.Sha256;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The ZIP file of an export: members of JSON, each of at most 250 rows. It holds one page of rows in memory.
///
/// A name without further pages is `NAME.json`; otherwise the pages are `NAME-1.json`, `NAME-2.json`, ...
final class ExportArchive implements AutoCloseable {

    static final int PAGE_SIZE = 250;

    /// Of rows that repeat their member names the fast level leaves a tenth.
    private static final int COMPRESSION = 2;

    private final ReleasableZip zip;
    private final LocalDateTime time;
    private final ExportProgress progress;
    private final Map<String, MemberFacts> members = new LinkedHashMap<>();
    private long rows;

    /// @param out stays open
    /// @param at the time of all members
    ExportArchive(OutputStream out, Instant at, ExportProgress progress) {
        this.zip = new ReleasableZip(out);
        this.zip.setLevel(COMPRESSION);
        this.time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        this.progress = progress;
    }

    /// Writes an array of any length.
    ///
    /// @param render the objects of a page of rows; it is read while it is written
    /// @return the number of rows
    <R> long array(String name, PageReader<R> reader, Function<List<R>, Iterable<JsonObject>> render) {
        long before = rows;
        List<R> found = reader.read(null, PAGE_SIZE + 1);
        boolean isSingle = found.size() <= PAGE_SIZE;
        for (int number = 1; ; number++) {
            boolean isLast = found.size() <= PAGE_SIZE;
            List<R> page = isLast ? found : found.subList(0, PAGE_SIZE);
            member(isSingle ? name + ".json" : name + "-" + number + ".json", out -> array(out, render.apply(page)));
            if (isLast) {
                return rows - before;
            }
            found = reader.read(page.getLast(), PAGE_SIZE + 1);
        }
    }

    /// @return the number of objects
    static int array(OutputStream out, Iterable<JsonObject> objects) {
        CountedIterator counted = new CountedIterator(objects.iterator());
        Iterable<JsonObject> once = () -> counted;
        Json.array(out, once);
        return counted.count;
    }

    /// Writes an array without elements.
    void emptyArray(String name) {
        member(name + ".json", out -> array(out, List.of()));
    }

    void object(String name, JsonObject object) {
        member(name + ".json", out -> {
            out.write(Json.bytes(object));
            return 1;
        });
    }

    /// Writes a member with a digest.
    void member(String name, Content content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(time);
            zip.putNextEntry(entry);
            MemberOutput out = new MemberOutput(zip);
            int count = content.writeTo(out);
            zip.closeEntry();
            members.put(name, out.facts(count));
            rows += count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.written(rows);
    }

    /// Rows, size and SHA-256 of each member so far.
    Map<String, MemberFacts> members() {
        return members;
    }

    /// Writes the directory of the file.
    void finish() {
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Releases the memory of the compression, also of an archive that is not complete.
    @Override
    public void close() {
        zip.release();
    }

    /// A ZIP file that can be given up without closing what it is written to.
    private static final class ReleasableZip extends ZipOutputStream {

        ReleasableZip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        void release() {
            def.end();
        }
    }

    /// What the manifest says of a member. Small, since a user with long lists has tens of thousands of members.
    static final class MemberFacts {

        private final int rows;
        private final long bytes;
        private final byte[] sha256;

        MemberFacts(int rows, long bytes, byte[] sha256) {
            this.rows = rows;
            this.bytes = bytes;
            this.sha256 = sha256;
        }

        JsonObject toJson() {
            return new JsonObject()
                    .put("rows", rows)
                    .put("bytes", bytes)
                    .put("sha256", HexFormat.of().formatHex(sha256));
        }
    }

    /// Writes the content of a member.
    @FunctionalInterface
    interface Content {

        /// @return the number of rows
        int writeTo(OutputStream out) throws IOException;
    }

    /// Counts the objects that are written.
    private static final class CountedIterator implements Iterator<JsonObject> {

        private final Iterator<JsonObject> objects;
        private int count;

        CountedIterator(Iterator<JsonObject> objects) {
            this.objects = objects;
        }

        @Override
        public boolean hasNext() {
            return objects.hasNext();
        }

        @Override
        public JsonObject next() {
            count++;
            return objects.next();
        }
    }

    /// Counts and digests what is written. Writers can neither flush nor close the archive.
    private static final class MemberOutput extends FilterOutputStream {

        private final MessageDigest digest = Sha256.newDigest();
        private long bytes;

        MemberOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            digest.update(from, offset, length);
            bytes += length;
        }

        @Override
        public void flush() {
            // The archive is written in large pieces.
        }

        @Override
        public void close() {
            // The next member follows.
        }

        MemberFacts facts(int rows) {
            return new MemberFacts(rows, bytes, digest.digest());
        }
    }
}
