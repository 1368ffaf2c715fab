package dev.spoolmark.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A file that is no archive. One that is compressed with gzip is unpacked.
final class SingleMember implements Members {

    private static final String GZIP = ".gz";
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final String name;
    private final boolean isCompressed;

    SingleMember(Path path, String name) throws IOException {
        this.path = path;
        this.isCompressed = isGzip(path);
        this.name = MemberNames.shown(
                isCompressed && name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name);
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
        }
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public InputStream open(String member) {
        try {
            InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
            return isCompressed
                    ? new UnpackedStream(
                            new GZIPInputStream(file, BUFFER), name, Files.size(path), new UnpackedBytes(name))
                    : file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }
}
