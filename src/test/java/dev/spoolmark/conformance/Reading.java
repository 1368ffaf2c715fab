package dev.spoolmark.conformance;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.CatalogLoad;
import dev.spoolmark.metadata.CatalogFile;
import dev.spoolmark.metadata.CatalogReader;
import dev.spoolmark.metadata.Format;
import dev.spoolmark.stats.Deeds;
import dev.spoolmark.stats.Deeds.Thing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// What tests of reading methods start with: people who have already done something.
public abstract class Reading extends V1Conformance {

    protected static final Duration HOUR = Duration.ofHours(1);

    protected Deeds deeds;

    @BeforeEach
    void prepare() {
        deeds = new Deeds(database());
    }

    protected Instant ago(Duration time) {
        return clock.instant().minus(time);
    }

    protected Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    protected Thing movie(String name) {
        return Thing.movie(catalog().findMovie(name).orElseThrow().id());
    }

    protected Thing show(String name) {
        return Thing.movie(catalog().findShow(name).orElseThrow().id());
    }

    protected Thing episode(String show, int season, int number) {
        return Thing.episode(
                catalog().guide(catalog().findShow(show).orElseThrow().id()), season, number);
    }

    protected void watches(Person who, Thing what) {
        deeds.watching(who.account().id(), what, ago(HOUR), in(HOUR));
    }

    protected void scrobbled(Person who, Thing what) {
        deeds.play(who.account(), what, Deeds.SCROBBLE, ago(HOUR));
    }

    /// *The Americans* with an actor and a season, a show related to it, and *Zodiac* with those who made it.
    protected void loadCaptured() {
        List<CatalogItem> items = new ArrayList<>();
        try {
            CatalogFile.read(
                    Path.of("src/test/resources/captures/world.jsonl"), Format.SPOOLMARK, null, new CatalogReader() {
                        @Override
                        public void item(long line, CatalogItem item) {
                            items.add(item);
                        }

                        @Override
                        public void refused(long line, String reason) {
                            throw new IllegalStateException("line " + line + ": " + reason);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new CatalogLoad(database(), clock, catalog()).apply(items);
    }

    private Catalog catalog() {
        return world.features().catalog();
    }
}
