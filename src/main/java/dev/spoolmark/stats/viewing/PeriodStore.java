package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the plays and ratings of one user in a period, and what the catalog knows of their items.
final class PeriodStore {

    /// A change of any of these areas raises its time, so that the sum identifies the state of all.
    private static final String HEAD = """
            SELECT (SELECT CAST(coalesce(sum(changed_at), 0) AS BIGINT) FROM activity
                    WHERE user_id = ? AND area IN ('movie.watched', 'episode.watched', 'movie.rating', 'show.rating',
                                                   'season.rating', 'episode.rating')),
                   (SELECT watched_at FROM play WHERE user_id = ? AND watched_at IS NOT NULL
                    ORDER BY watched_at, play_id LIMIT 1),
                   (SELECT watched_at FROM play WHERE user_id = ? AND watched_at IS NOT NULL
                    ORDER BY watched_at DESC, play_id DESC LIMIT 1)
            """;

    private static final String TITLES = """
            (SELECT CASE WHEN kind = 4 THEN 2 ELSE 1 END AS kind,
                    CASE WHEN kind = 4 THEN show_id ELSE item_id END AS item_id
             FROM play WHERE user_id = ?%s GROUP BY 1, 2)
            """;

    /// Titles, running times of episodes, and genres, in the order of the keys of the catalog: reading rows of the
    /// catalog in the order of plays takes several times as long.
    private static final String FACTS = """
            SELECT t.kind AS kind, t.item_id AS item_id, 0 AS position, coalesce(m.year, s.year) AS year,
                   coalesce(m.runtime, s.runtime) AS runtime, s.country AS name
            FROM %1$s t
            LEFT JOIN movie m ON t.kind = 1 AND m.movie_id = t.item_id
            LEFT JOIN show s ON t.kind = 2 AND s.show_id = t.item_id
            UNION ALL
            SELECT t.kind, t.item_id, g.position + 1, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), g.genre FROM %1$s t
            CROSS JOIN item_genre g WHERE g.kind = t.kind AND g.item_id = t.item_id
            UNION ALL
            SELECT 4, e.episode_id, 0, CAST(NULL AS INTEGER), e.runtime, CAST(NULL AS TEXT) FROM episode e
            WHERE e.episode_id IN (SELECT item_id FROM play WHERE user_id = ?%2$s AND kind = 4)
              AND e.runtime IS NOT NULL
            ORDER BY kind, item_id, position
            """;

    /// A person with several jobs in a title counts once as an actor and once otherwise.
    private static final String PEOPLE = """
            WITH t (kind, item_id, plays) AS (VALUES %s)
            SELECT c.person_id, c.acts, sum(c.plays) AS plays, count(*) AS titles FROM (
                SELECT DISTINCT t.kind, t.item_id, t.plays, k.person_id, CASE WHEN k.job = 'Actor' THEN 1 ELSE 0 END AS acts
                FROM t CROSS JOIN credit k WHERE k.kind = t.kind AND k.item_id = t.item_id) c
            GROUP BY c.person_id, c.acts ORDER BY plays DESC, titles DESC, c.person_id, c.acts LIMIT ?
            """;

    private static final String PLAYS =
            "SELECT play_id, kind, item_id, show_id, watched_at FROM play WHERE user_id = ?";

    /// In the order of an index, so that nothing is sorted.
    private static final String RATINGS = """
            SELECT score, CAST(sum(n) AS BIGINT) FROM (
                SELECT kind, score, count(*) AS n FROM rating WHERE user_id = ? GROUP BY kind, score) s
            GROUP BY score ORDER BY score
            """;

    private static final String RATED_IN_PERIOD = """
            SELECT score, count(*) FROM rating
            WHERE user_id = ? AND kind IN (1, 2, 3, 4) AND rated_at >= ? AND rated_at < ? GROUP BY score ORDER BY score
            """;

    private static final String NEW_SHOWS = """
            SELECT t.show_id, t.first_at FROM (
                SELECT show_id, min(watched_at) AS first_at FROM play
                WHERE user_id = ? AND watched_at >= ? AND watched_at < ? AND show_id > 0 GROUP BY show_id) t
            WHERE NOT EXISTS (
                SELECT 1 FROM play o WHERE o.user_id = ? AND o.show_id = t.show_id AND o.watched_at < ?)
            ORDER BY t.first_at, t.show_id
            """;

    private static final int SCORES = 10;

    private final Tx tx;
    private final long user;

    PeriodStore(Tx tx, UserId user) {
        this.tx = tx;
        this.user = user.value();
    }

    /// @param stamp changes with each change of plays and ratings
    /// @param first time of the first play at a known time
    record Head(long stamp, Optional<Instant> first, Optional<Instant> last) {}

    /// @param acts whether the person is an actor of the titles
    record PersonRow(PersonCount count, boolean acts) {}

    /// @param titles movies and shows by id
    /// @param runtimes of episodes that have their own
    record Facts(Map<Long, TitleFacts> titles, EpisodeRuntimes runtimes) {}

    /// Which plays are read.
    ///
    /// @param condition of SQL, beside that for the user
    /// @param values of the condition
    record Range(String condition, List<Object> values) {

        /// The plays at an unknown time.
        static final Range UNDATED = new Range(" AND watched_at IS NULL", List.of());

        Range {
            values = List.copyOf(values);
        }

        static Range of(Instant start, Instant end) {
            return new Range(" AND watched_at >= ? AND watched_at < ?", List.of(start, end));
        }
    }

    Head head() {
        return tx.findFirst(
                        HEAD,
                        row -> new Head(
                                row.getLong(1),
                                Optional.ofNullable(row.instantOrNull(2)),
                                Optional.ofNullable(row.instantOrNull(3))),
                        user,
                        user,
                        user)
                .orElseThrow();
    }

    /// What the catalog knows of the items of the plays.
    Facts facts(Range range) {
        Map<Long, TitleFacts> titles = new HashMap<>();
        Map<Long, List<String>> genres = new HashMap<>();
        EpisodeRuntimes runtimes = new EpisodeRuntimes();
        String titlesOf = TITLES.replace("%s", range.condition());
        tx.forEach(
                FACTS.replace("%1$s", titlesOf).replace("%2$s", range.condition()),
                row -> {
                    long item = row.getLong(2);
                    if (row.getInt(1) == Kind.EPISODE.number()) {
                        runtimes.put(item, row.getInt(5));
                    } else if (row.getInt(3) > 0) {
                        genres.computeIfAbsent(item, _ -> new ArrayList<>()).add(row.getString(6));
                    } else {
                        titles.put(item, title(row));
                    }
                },
                user,
                range.values(),
                user,
                range.values(),
                user,
                range.values());
        genres.forEach((item, names) -> {
            TitleFacts title = titles.get(item);
            if (title != null) {
                title.setGenres(names.stream().distinct().toList());
            }
        });
        return new Facts(titles, runtimes);
    }

    private static TitleFacts title(Row row) {
        return new TitleFacts(row.getInt(1), row.getLong(2), row.countOrNull(4), row.countOrNull(5), row.textOrNull(6));
    }

    /// The people of these titles.
    ///
    /// @param titles with their plays
    List<PersonRow> people(List<TitleFacts> titles, int limit) {
        if (titles.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        Tx.padToPlaceholders(titles).forEach(title -> {
            values.add(title.kind());
            values.add(title.id());
            values.add(title.plays());
        });
        return tx.query(
                PEOPLE.replace("%s", Tx.valueTuples(3, titles.size())),
                row -> new PersonRow(
                        new PersonCount(new PersonId(row.getLong(1)), row.getInt(3), row.getInt(4)),
                        row.getInt(2) == 1),
                values,
                limit);
    }

    /// The plays in the order of time.
    void forEachPlay(Range range, Consumer<PlayRow> consumer) {
        tx.forEach(
                PLAYS + range.condition() + " ORDER BY watched_at, play_id",
                row -> consumer.accept(play(row)),
                user,
                range.values());
    }

    /// The number of all ratings with each score, from 1 to 10.
    List<Integer> ratings() {
        return scores(RATINGS, List.of());
    }

    /// The number of ratings made in a period with each score, from 1 to 10.
    List<Integer> ratings(Instant start, Instant end) {
        return scores(RATED_IN_PERIOD, List.of(start, end));
    }

    private List<Integer> scores(String sql, List<Object> values) {
        Integer[] scores = new Integer[SCORES];
        Arrays.fill(scores, 0);
        tx.forEach(sql, row -> scores[row.getInt(1) - 1] = row.getInt(2), user, values);
        return List.of(scores);
    }

    /// The shows without a play before the period, with the time of their first play.
    List<DatedPlay> newShows(Instant start, Instant end) {
        return tx.query(
                NEW_SHOWS,
                row -> new DatedPlay(new ShowId(row.getLong(1)), row.instant(2)),
                user,
                start,
                end,
                user,
                start);
    }

    private static PlayRow play(Row row) {
        return new PlayRow(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.numberOrNull(5));
    }
}
