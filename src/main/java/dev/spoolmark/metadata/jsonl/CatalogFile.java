package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.metadata.CountingInputStream;
import dev.spoolmark.metadata.tvmaze.TvmazeParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of the catalogue, read from beginning to end without ever being in memory as a whole.
public final class CatalogFile {

    private CatalogFile() {}

    /// Reads `file`. `tvmazeShow` is the show of a bare episode list, whose episodes do not always say it.
    public static void read(Path file, CatalogFileFormat format, @Nullable Long tvmazeShow, CatalogItemConsumer reader)
            throws IOException {
        long total = Files.size(file);
        try (CountingInputStream stream =
                new CountingInputStream(Files.newInputStream(file), read -> reader.progress(read, total))) {
            switch (format) {
                case SPOOLMARK -> new CatalogJsonl(reader).read(stream);
                case TVMAZE -> new TvmazeParser(reader, tvmazeShow).read(stream);
            }
        }
    }
}
