package dev.spoolmark.app.demo;

import dev.spoolmark.app.Features;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.demo.DemoTitles.Episode;
import dev.spoolmark.app.demo.DemoTitles.Movie;
import dev.spoolmark.app.demo.DemoTitles.Show;
import dev.spoolmark.app.jobs.CatalogFileImport;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.jsonl.CatalogFile;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import dev.spoolmark.metadata.jsonl.SourceItemConsumer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Fills the catalog of the demo.
final class DemoCatalog {

    private static final String RESOURCE = "/demo/catalogue.jsonl";
    private static final int DEFAULT_MINUTES = 45;

    private final Features features;
    private final List<MovieRef> movies = new ArrayList<>();
    private final List<ShowRef> shows = new ArrayList<>();
    private final List<ShowRef> fictional = new ArrayList<>();

    private DemoCatalog(Features features) {
        this.features = features;
    }

    /// @param file where the catalog file may be written
    /// @param today the date around which the invented shows air
    static DemoTitles load(Features features, Path file, LocalDate today) {
        DemoCatalog catalog = new DemoCatalog(features);
        catalog.load(file, today);
        return catalog.titles();
    }

    private void load(Path file, LocalDate today) {
        CatalogFileImport fileImport = new CatalogFileImport(
                new CatalogImport(features.database(), features.clock(), features.catalog()), _ -> {}, _ -> {});
        try (InputStream catalogue = DemoCatalog.class.getResourceAsStream(RESOURCE)) {
            Files.write(file, Objects.requireNonNull(catalogue).readAllBytes());
            CatalogFile.read(file, CatalogFileFormat.SPOOLMARK, null, new NotingConsumer(fileImport));
        } catch (IOException e) {
            throw UserErrorException.of(file + " could not be written: check the free disk space");
        }
        for (ShowItem show : FictionalShows.of(today)) {
            fictional.add(new ShowRef(show.ids(), show.title(), show.year()));
            fileImport.item(0, show);
        }
        fileImport.finish();
    }

    private DemoTitles titles() {
        Catalog catalog = features.catalog();
        List<MovieId> movieIds = inOrder(movies, catalog.findMovieIds(movies));
        Map<MovieId, dev.spoolmark.catalog.Movie> found = catalog.movies(movieIds);
        return new DemoTitles(
                movieIds.stream().map(found::get).map(DemoCatalog::movie).toList(), shows(shows), shows(fictional));
    }

    private static Movie movie(dev.spoolmark.catalog.Movie movie) {
        return new Movie(movie.id(), movie.title(), movie.length().orElse(Duration.ofMinutes(2L * DEFAULT_MINUTES)));
    }

    private List<Show> shows(List<ShowRef> refs) {
        Catalog catalog = features.catalog();
        List<ShowId> ids = inOrder(refs, catalog.findShowIds(refs));
        Map<ShowId, ShowGuide> guides = catalog.guides(ids);
        List<EpisodeId> episodes = guides.values().stream()
                .flatMap(guide -> guide.episodes().stream())
                .map(EpisodeSummary::id)
                .toList();
        Map<EpisodeId, dev.spoolmark.catalog.Episode> facts = catalog.episodes(episodes);
        return ids.stream()
                .map(guides::get)
                .map(guide -> new Show(
                        guide.show().id(),
                        guide.show().title(),
                        guide.episodes().stream()
                                .map(summary -> episode(Objects.requireNonNull(facts.get(summary.id()))))
                                .toList()))
                .toList();
    }

    private static Episode episode(dev.spoolmark.catalog.Episode episode) {
        EpisodeFacts facts = episode.facts();
        Instant airsAt = Objects.requireNonNull(facts.airsAt());
        int minutes = Objects.requireNonNullElse(facts.runtime(), DEFAULT_MINUTES);
        return new Episode(
                episode.id(), episode.show(), episode.season(), episode.number(), Duration.ofMinutes(minutes), airsAt);
    }

    private static <R, I> List<I> inOrder(List<R> refs, Map<R, I> found) {
        return refs.stream()
                .map(ref -> Objects.requireNonNull(found.get(ref), ref.toString()))
                .toList();
    }

    /// Passes items to the import and notes their titles.
    private final class NotingConsumer implements SourceItemConsumer {

        private final SourceItemConsumer target;

        NotingConsumer(SourceItemConsumer target) {
            this.target = target;
        }

        @Override
        public void item(long line, SourceItem item) {
            if (item instanceof MovieItem movie) {
                movies.add(new MovieRef(movie.ids(), movie.title(), movie.year()));
            } else if (item instanceof ShowItem show) {
                shows.add(new ShowRef(show.ids(), show.title(), show.year()));
            }
            target.item(line, item);
        }

        @Override
        public void rejected(long line, String reason) {
            throw new IllegalStateException("line " + line + " of " + RESOURCE + ": " + reason);
        }
    }
}
