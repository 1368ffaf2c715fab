package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.db.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A folder with datasets from a test, and what is read from it. Every title that was read counts as
/// existing.
final class ReadImdb implements ImdbConsumer {

    static final String BASICS =
            "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n";
    static final String EPISODES = "tconst\tparentTconst\tseasonNumber\tepisodeNumber\n";

    final List<SourceItem> items = new ArrayList<>();
    final List<String> popularity = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> odd = new ArrayList<>();
    final List<String> parts = new ArrayList<>();
    private final Path folder = TestDatabases.folder();

    /// @param rows with columns separated by `|`
    ReadImdb with(String file, String rows) {
        return with(file, rows.replace('|', '\t').getBytes(StandardCharsets.UTF_8));
    }

    ReadImdb with(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zipped(String rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(rows.replace('|', '\t').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    ReadImdb read() throws IOException {
        ImdbFolder.of(folder).read(folder, this);
        return this;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void beginPart(String part, long steps) {
        parts.add(part);
    }

    @Override
    public void progress(long steps) {}

    @Override
    public void item(SourceItem item) {
        items.add(item);
    }

    @Override
    public void popularity(Kind kind, String tconst, int votes) {
        popularity.add(kind + " " + tconst + " " + votes);
    }

    @Override
    public void invalidRow(String file, long line, String reason) {
        refusals.add(file + " " + line + ": " + reason);
    }

    @Override
    public void invalidValue(String file, long line, String reason) {
        odd.add(file + " " + line + ": " + reason);
    }

    @Override
    public Optional<Kind> kindOf(String tconst) {
        return items.stream()
                .filter(item -> tconst.equals(item.ids().imdb()))
                .map(item -> item instanceof SourceItem.MovieItem ? Kind.MOVIE : Kind.SHOW)
                .findFirst();
    }

    @Override
    public void awaitImport() {}
}
