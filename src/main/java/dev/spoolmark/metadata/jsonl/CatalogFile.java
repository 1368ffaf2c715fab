package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.metadata.CountingInputStream;
import dev.spoolmark.metadata.tvmaze.TvmazeParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A catalog file, read as a stream.
public final class CatalogFile {

    private CatalogFile() {}

    /// @param tvmazeShow the show of a file that is only an episode list, whose episodes may not name it
    public static void read(Path file, CatalogFileFormat format, @Nullable Long tvmazeShow, SourceItemConsumer consumer)
            throws IOException {
        long total = Files.size(file);
        try (CountingInputStream stream =
                new CountingInputStream(Files.newInputStream(file), read -> consumer.progress(read, total))) {
            switch (format) {
                case SPOOLMARK -> new CatalogJsonl(consumer).read(stream);
                case TVMAZE -> new TvmazeParser(consumer, tvmazeShow).read(stream);
            }
        }
    }
}
