package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.TitleFromId;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inserts movies and shows that are certainly new, in one transaction. Nothing is searched; only slugs are
/// claimed. The rows are those that [MovieImport] and [ShowImport] would write.
final class NewTitleInserter {

    private final Tx tx;
    private final Instant now;
    private final List<Movie> movies = new ArrayList<>();
    private final List<Show> shows = new ArrayList<>();
    private final List<Season> seasons = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();

    NewTitleInserter(Tx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    void add(List<SourceItem> items) {
        for (SourceItem item : items) {
            switch (item) {
                case MovieItem movie -> add(movie);
                case ShowItem show -> add(show);
                default -> throw new IllegalArgumentException("not part of a dataset: " + item.kind());
            }
        }
        MovieStore.add(tx, movies);
        ShowStore.add(tx, shows);
        SeasonStore.add(tx, seasons);
        EpisodeStore.add(tx, episodes);
    }

    private void add(MovieItem item) {
        long id = tx.newId("item");
        String title = TitleFromId.titleOf(item);
        String slug = new SlugAssigner(tx, Kind.MOVIE).slug(id, title, item.year(), item.ids());
        movies.add(new Movie(
                new MovieId(id), item.ids(), slug, title, item.year(), item.facts(), false, stamp(item.updated())));
    }

    private void add(ShowItem item) {
        long id = tx.newId("item");
        String title = TitleFromId.titleOf(item);
        String slug = new SlugAssigner(tx, Kind.SHOW).slug(id, title, item.year(), item.ids());
        Show show = new Show(
                new ShowId(id), item.ids(), slug, title, item.year(), item.facts(), false, stamp(item.updated()));
        shows.add(show);
        item.seasons().forEach(season -> add(show, season));
    }

    private void add(Show show, SeasonItem item) {
        seasons.add(
                new Season(new SeasonId(tx.newId("item")), show.id(), item.number(), item.ids(), item.poster(), false));
        for (EpisodeItem episode : item.episodes()) {
            episodes.add(new Episode(
                    new EpisodeId(tx.newId("item")),
                    show.id(),
                    item.number(),
                    episode.number(),
                    episode.ids(),
                    episode.facts().completedBy(show.facts().broadcast()),
                    false,
                    now));
        }
    }

    private Instant stamp(@Nullable Instant source) {
        return UpdatedAtRule.of(null, source, now);
    }
}
