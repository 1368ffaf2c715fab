package dev.spoolmark.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of the catalogue, read from beginning to end without ever being in memory as a whole.
public final class CatalogFile {

    private CatalogFile() {}

    /// Reads `file`. `tvmazeShow` is the show of a bare episode list, whose episodes do not always say it.
    public static void read(Path file, Format format, @Nullable Long tvmazeShow, CatalogReader reader)
            throws IOException {
        long total = Files.size(file);
        try (CountedStream stream =
                new CountedStream(Files.newInputStream(file), read -> reader.progress(read, total))) {
            switch (format) {
                case SPOOLMARK -> new SpoolmarkLines(reader).read(stream);
                case TVMAZE -> new TvmazeBodies(reader, tvmazeShow).read(stream);
            }
        }
    }
}
