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
    public static void read(Path file, CatalogFileFormat format, @Nullable Long tvmazeShow, SourceItemConsumer reader)
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
