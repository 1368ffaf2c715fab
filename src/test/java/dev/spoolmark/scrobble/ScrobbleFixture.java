package dev.spoolmark.scrobble;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user, a movie and an episode on either engine, and a clock that stands still until it is moved.
final class ScrobbleFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2013-06-24T12:00:00Z");
    static final UserId ANN = new UserId(7);
    static final UserId BOB = new UserId(8);

    final Database database;
    final ExpiredCheckins due;
    final Scrobbles scrobbles;
    final PlayHistory plays;
    final PlayRecorder recorder;
    final Watchable movie;
    final Watchable episode;
    private volatile Instant now = START;

    ScrobbleFixture(Engine engine) {
        database = TestDatabases.open(engine);
        ActivityStamps timeline = new ActivityStamps();
        Catalog catalog = new Catalog(database, () -> now, new CatalogOptions(true));
        recorder = new PlayRecorder(timeline, new Watchlist(database, timeline, () -> now));
        due = new ExpiredCheckins(database, recorder, () -> now);
        scrobbles = new Scrobbles(database, recorder, due, () -> now);
        plays = new PlayHistory(database, recorder, due, () -> now);
        movie = Watchable.of(
                only(catalog.findOrCreateMovies(List.of(new MovieRef(Ids.ofImdb("tt0372784"), null, null)))));
        ShowRef show = new ShowRef(Ids.ofTvdb(213221), "Portlandia", 2011);
        var id = only(catalog.findOrCreateEpisodes(List.of(new EpisodeRef(show, 1, 1, Ids.NONE))));
        episode = Watchable.of(id, only(catalog.findShowIds(List.of(show))));
    }

    private static <T> T only(java.util.Map<?, T> found) {
        return found.values().iterator().next();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /// A report of a player about an item of 100 minutes.
    static PlaybackReport report(Watchable item, int percent) {
        return report(item, percent, Duration.ofMinutes(100));
    }

    static PlaybackReport report(Watchable item, int percent, @Nullable Duration length) {
        return new PlaybackReport(item, length, null, percent * 100, null);
    }

    long plays(Watchable item) {
        return count("SELECT count(*) FROM play WHERE user_id = 7 AND item_id = "
                + item.id().value());
    }

    long count(String sql) {
        return database.read(tx -> tx.findFirst(sql, row -> row.getLong(1)).orElseThrow());
    }

    /// The number of totals that differ from the plays.
    long wrongTotals() {
        return count("""
                SELECT count(*) FROM watched w
                WHERE w.plays <> (SELECT count(*) FROM play p
                                  WHERE p.user_id = w.user_id AND p.kind = w.kind AND p.item_id = w.item_id)
                   OR (w.plays > 0) = (w.unseen_at IS NOT NULL)
                """) + count("""
                SELECT count(*) FROM play p WHERE NOT EXISTS (
                    SELECT 1 FROM watched w
                    WHERE w.user_id = p.user_id AND w.kind = p.kind AND w.item_id = p.item_id)
                """);
    }

    List<String> stamps() {
        return database.read(tx -> tx.query(
                "SELECT area FROM activity WHERE user_id = 7 AND area <> 'all' ORDER BY area", r -> r.getString(1)));
    }

    @Override
    public void close() {
        database.close();
    }
}
