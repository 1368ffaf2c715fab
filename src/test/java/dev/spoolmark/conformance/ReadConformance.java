package dev.spoolmark.conformance;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.metadata.jsonl.CatalogFile;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import dev.spoolmark.metadata.jsonl.SourceItemConsumer;
import dev.spoolmark.stats.UserDataRows;
import dev.spoolmark.stats.UserDataRows.ItemRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// The fixture of tests of reads: short methods that store plays and playback.
public abstract class ReadConformance extends V1Conformance {

    public static final Duration HOUR = Duration.ofHours(1);

    public UserDataRows rows;

    @BeforeEach
    void prepare() {
        rows = new UserDataRows(database());
    }

    public Instant ago(Duration time) {
        return clock.instant().minus(time);
    }

    protected Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    public ItemRef movie(String name) {
        return ItemRef.movie(
                catalog().findMovie(CatalogFixture.movieRef(name)).orElseThrow().id());
    }

    public ItemRef show(String name) {
        return ItemRef.movie(
                catalog().findShow(CatalogFixture.showRef(name)).orElseThrow().id());
    }

    public ItemRef episode(String show, int season, int number) {
        return ItemRef.episode(
                catalog()
                        .guide(catalog()
                                .findShow(CatalogFixture.showRef(show))
                                .orElseThrow()
                                .id()),
                season,
                number);
    }

    public void watches(TestUser user, ItemRef item) {
        rows.addPlayback(user.account().id(), item, ago(HOUR), in(HOUR));
    }

    public void scrobbled(TestUser user, ItemRef item) {
        rows.addPlay(user.account(), item, UserDataRows.SCROBBLE, ago(HOUR));
    }

    /// Loads *The Americans* with an actor and a season, a related show, and *Zodiac* with its crew.
    public void loadCaptured() {
        List<SourceItem> items = new ArrayList<>();
        try {
            CatalogFile.read(
                    Path.of("src/test/resources/captures/catalog.jsonl"),
                    CatalogFileFormat.SPOOLMARK,
                    null,
                    new SourceItemConsumer() {
                        @Override
                        public void item(long line, SourceItem item) {
                            items.add(item);
                        }

                        @Override
                        public void rejected(long line, String reason) {
                            throw new IllegalStateException("line " + line + ": " + reason);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new CatalogImport(database(), clock, catalog()).apply(items);
    }

    private Catalog catalog() {
        return users.features().catalog();
    }
}
