package dev.spoolmark.metadata;

import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.store.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes down what is read from a file.
final class ReadItems implements CatalogReader {

    final List<CatalogItem> items = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final List<Long> progress = new ArrayList<>();

    static ReadItems of(Format format, String content) throws IOException {
        Path file = TestDatabases.folder().resolve("catalogue");
        Files.writeString(file, content);
        return of(format, null, file);
    }

    static ReadItems of(Format format, @Nullable Long show, Path file) throws IOException {
        ReadItems reader = new ReadItems();
        CatalogFile.read(file, format, show, reader);
        return reader;
    }

    @Override
    public void item(long line, CatalogItem item) {
        items.add(item);
    }

    @Override
    public void refused(long line, String reason) {
        refusals.add("line " + line + ": " + reason);
    }

    @Override
    public void remark(long line, String remark) {
        remarks.add("line " + line + ": " + remark);
    }

    @Override
    public void progress(long read, long total) {
        progress.add(read * 100 / total);
    }
}
