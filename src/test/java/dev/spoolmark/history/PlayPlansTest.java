package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// SQLite has no statistics about its tables, so it may take the primary key of the plays, which begins with the user,
/// for as selective as an index of the items. A change of plays must not read all plays of the user.
class PlayPlansTest {

    private static final UserId ANN = new UserId(7);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Watchable MOVIE = Watchable.of(new MovieId(11));
    private static final Watchable EPISODE = Watchable.of(new EpisodeId(12), new ShowId(5));

    /// A search for all rows of a user, or of a user and a kind.
    private static final Pattern ALL_ROWS =
            Pattern.compile("(?:SCAN|SEARCH) (?:play|watched)\\b.*\\(user_id=\\?(?: AND kind=\\?)?\\)");

    private final CountingDatabase database = new CountingDatabase(TestDatabases.open(Engine.SQLITE));
    private final ActivityStamps stamps = new ActivityStamps();
    private final PlayRecorder recorder = new PlayRecorder(stamps, new Watchlist(database, stamps, () -> NOW));
    private final PlayHistory history = new PlayHistory(database, recorder, _ -> {}, () -> NOW);
    private final PlayAdditions additions = new PlayAdditions(database, recorder, _ -> {}, () -> NOW);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void noChangeOfAPlayReadsAllPlaysOfTheUser() {
        Set<String> statements = new TreeSet<>(database.statements(this::change));

        assertThat(statements).hasSizeGreaterThan(30);
        assertThat(statements.stream()
                        .flatMap(sql -> plan(sql).stream()
                                .filter(step -> ALL_ROWS.matcher(step).find())
                                .map(step -> step + ": " + sql))
                        // the quota, which is only counted once in a thousand plays
                        .filter(step -> !step.contains("sum(plays)"))
                        .toList())
                .isEmpty();
    }

    private void change() {
        Duration runtime = Duration.ofMinutes(90);
        PlayAdditions.Added added = additions.watchedNow(ANN, MOVIE, runtime);
        additions.undo(ANN, List.of(MOVIE), added.storedAt());
        additions.watchedAt(ANN, MOVIE, NOW.minusSeconds(9_000), runtime);
        additions.watchedAt(ANN, EPISODE, null, runtime);
        additions.markWatched(ANN, List.of(MarkedWatched.once(EPISODE, NOW)));
        additions.markWatched(ANN, List.of(), List.of(MarkedWatched.once(EPISODE, NOW)), null);
        history.seen(ANN, List.of(new MarkedWatched(MOVIE, NOW, 2)), null);
        List<Long> ids =
                database.read(tx -> tx.query("SELECT play_id FROM play ORDER BY play_id", row -> row.getLong(1)));
        history.times().set(ANN, ids.subList(0, 1), WatchedTime.of(NOW.minusSeconds(99)));
        additions.watchedOnceMore(ANN, MOVIE, null);
        PlayTimes.Change change = history.times().shift(ANN, ids, at -> at.minusSeconds(60));
        history.times().undo(ANN, change.at());
        history.deletions().delete(ANN, ids);
        history.deletions().restore(ANN);
        UserDataMove move = new UserDataMove(Kind.MOVIE, 11, 21, 0, NOW);
        UserDataMove showOnly = new UserDataMove(Kind.EPISODE, 12, 12, 6, NOW);
        database.write(tx -> {
            recorder.record(
                    tx, ANN, new PlayReport(EPISODE, PlayAction.SCROBBLE, NOW, NOW, runtime, null, 10_000), NOW);
            additions.watchedTogether(
                    tx, ANN, Watchable.of(new MovieId(21)), WatchedTime.of(NOW.minusSeconds(900_000)), runtime, NOW);
            StatedPlay stated = new StatedPlay(EPISODE, WatchedTime.of(NOW.minusSeconds(99_000)), PlayAction.SEEN);
            history.imports().add(tx, ANN, List.of(stated), new ImportRules(ZoneOffset.UTC, false), NOW);
            history.imports().complete(tx, ANN, Map.of(EPISODE, 9), NOW);
            new PlayMover(stamps).migrate(tx, ANN.value(), List.of(move, showOnly), NOW);
            new PlayMover(stamps).migrate(tx, ANN.value(), List.of(new UserDataMove(Kind.MOVIE, 21, 31, 0, NOW)), NOW);
            return true;
        });
        history.unseen(ANN, List.of(MOVIE, EPISODE));
    }

    private List<String> plan(String sql) {
        Object[] values = Collections.nCopies(
                        Math.toIntExact(sql.chars().filter(c -> c == '?').count()), 1L)
                .toArray();
        return database.read(tx -> tx.query("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4), values));
    }
}
