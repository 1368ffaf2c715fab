package dev.spoolmark.metadata;

import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.metadata.jsonl.CatalogFile;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import dev.spoolmark.metadata.jsonl.SourceItemConsumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records what is read from a file.
public final class ReadItems implements SourceItemConsumer {

    public final List<SourceItem> items = new ArrayList<>();
    public final List<String> refusals = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    public final List<Long> progress = new ArrayList<>();

    public static ReadItems of(CatalogFileFormat format, String content) throws IOException {
        Path file = TestDatabases.folder().resolve("catalog");
        Files.writeString(file, content);
        return of(format, null, file);
    }

    public static ReadItems of(CatalogFileFormat format, @Nullable Long show, Path file) throws IOException {
        ReadItems reader = new ReadItems();
        CatalogFile.read(file, format, show, reader);
        return reader;
    }

    @Override
    public void item(long line, SourceItem item) {
        items.add(item);
    }

    @Override
    public void rejected(long line, String reason) {
        refusals.add("line " + line + ": " + reason);
    }

    @Override
    public void warning(long line, String warning) {
        warnings.add("line " + line + ": " + warning);
    }

    @Override
    public void progress(long read, long total) {
        progress.add(read * 100 / total);
    }
}
