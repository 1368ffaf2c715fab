package dev.spoolmark.stats.viewing;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the plays and ratings of one user in a period.
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

    /// Titles with their numbers of plays, of all time: from the summaries, which a covering index has.
    private static final String TITLES_OF_ALL = """
            (SELECT 2 AS kind, show_id AS item_id, sum(plays) AS plays FROM watched
             WHERE user_id = ? AND show_id > 0 GROUP BY show_id HAVING sum(plays) > 0
             UNION ALL SELECT 1, item_id, plays FROM watched WHERE user_id = ? AND kind = 1 AND plays > 0)
            """;

    private static final String EPISODES_OF_ALL = "(SELECT item_id FROM watched WHERE user_id = ? AND kind = 4)";

    private static final String GENRES = """
            SELECT g.genre, sum(t.plays) AS plays, count(*) AS titles FROM %s t
            JOIN item_genre g ON g.kind = t.kind AND g.item_id = t.item_id
            GROUP BY g.genre ORDER BY plays DESC, titles DESC, g.genre LIMIT ?
            """;

    /// A person with several jobs in a title counts once as an actor and once otherwise.
    private static final String PEOPLE = """
            SELECT c.person_id, c.acts, sum(c.plays) AS plays, count(*) AS titles FROM (
                SELECT DISTINCT t.kind, t.item_id, t.plays, k.person_id, CASE WHEN k.job = 'Actor' THEN 1 ELSE 0 END AS acts
                FROM (SELECT kind, item_id, plays FROM %s p ORDER BY plays DESC, kind, item_id LIMIT ?) t
                JOIN credit k ON k.kind = t.kind AND k.item_id = t.item_id) c
            GROUP BY c.person_id, c.acts ORDER BY plays DESC, titles DESC, c.person_id, c.acts LIMIT ?
            """;

    private static final String PLAYS =
            "SELECT play_id, kind, item_id, show_id, watched_at FROM play WHERE user_id = ?";

    private static final String FINGERPRINT =
            String.format(Locale.ROOT, """
            SELECT count(*), coalesce(max(play_id), 0),
                   CAST(coalesce(sum(coalesce(watched_at, 0) / %1$d * (play_id %% %2$d)), 0) AS BIGINT),
                   CAST(coalesce(sum(item_id %% %3$d * (play_id %% %2$d)), 0) AS BIGINT)
            FROM play WHERE user_id = ? AND play_id <= ?
            """, PlayFingerprint.MILLIS, PlayFingerprint.WEIGHTS, PlayFingerprint.ITEMS);

    private static final String RATINGS = "SELECT score, count(*) FROM rating WHERE user_id = ?";
    private static final String RATED_IN_PERIOD = " AND rated_at >= ? AND rated_at < ?";

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

    /// @param runtimes of episodes that have their own
    record Facts(List<TitleFacts> titles, EpisodeRuntimes runtimes) {}

    /// Which plays are read.
    ///
    /// @param condition of SQL, beside that for the user; empty for all plays
    /// @param order of SQL, which an index has
    /// @param values of the condition
    record Range(String condition, String order, List<Object> values) {

        static final Range ALL = new Range("", "play_id", List.of());

        Range {
            values = List.copyOf(values);
        }

        /// The plays of a period.
        static Range of(StatisticsPeriod period, ZoneId zone) {
            return period.startsAt(zone)
                    .flatMap(start -> period.endsAt(zone)
                            .map(end -> new Range(
                                    " AND watched_at >= ? AND watched_at < ?",
                                    "watched_at, play_id",
                                    List.of(start, end))))
                    .orElse(ALL);
        }

        /// The plays with a higher id.
        static Range after(long play) {
            return new Range(" AND play_id > ?", "play_id", List.of(play));
        }

        boolean isAll() {
            return condition.isEmpty();
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

    /// The titles of the period, and the running times of episodes, in the order of the keys of the catalog: reading
    /// rows of the catalog in the order of plays takes several times as long.
    Facts facts(Range range) {
        List<TitleFacts> titles = new ArrayList<>();
        EpisodeRuntimes runtimes = new EpisodeRuntimes();
        List<Object> values = ofTitles(range);
        values.add(user);
        values.addAll(range.values());
        tx.forEach(
                String.format(Locale.ROOT, """
                        SELECT t.kind, t.item_id, coalesce(m.year, s.year), coalesce(m.runtime, s.runtime), s.country
                        FROM %1$s t
                        LEFT JOIN movie m ON t.kind = 1 AND m.movie_id = t.item_id
                        LEFT JOIN show s ON t.kind = 2 AND s.show_id = t.item_id
                        UNION ALL
                        SELECT 4, e.episode_id, CAST(NULL AS INTEGER), e.runtime, CAST(NULL AS TEXT) FROM episode e
                        WHERE e.episode_id IN %2$s AND e.runtime IS NOT NULL
                        ORDER BY 1, 2
                        """, titlesOf(range), episodesOf(range)),
                row -> {
                    if (row.getInt(1) == Kind.EPISODE.number()) {
                        runtimes.put(row.getLong(2), row.getInt(4));
                    } else {
                        titles.add(title(row));
                    }
                },
                values);
        return new Facts(titles, runtimes);
    }

    private static TitleFacts title(Row row) {
        return new TitleFacts(row.getInt(1), row.getLong(2), row.countOrNull(3), row.countOrNull(4), row.textOrNull(5));
    }

    List<NameCount> genres(Range range, int limit) {
        return tx.query(
                withTitles(GENRES, range),
                row -> new NameCount(row.getString(1), row.getInt(2), row.getInt(3)),
                ofTitles(range, limit));
    }

    /// @param titles how many titles, those with the most plays
    List<PersonRow> people(Range range, int titles, int limit) {
        return tx.query(
                withTitles(PEOPLE, range),
                row -> new PersonRow(
                        new PersonCount(new PersonId(row.getLong(1)), row.getInt(3), row.getInt(4)),
                        row.getInt(2) == 1),
                ofTitles(range, titles, limit));
    }

    /// All plays of the period; of all time with those at an unknown time.
    void forEachPlay(Range range, Consumer<PlayRow> consumer) {
        tx.forEach(
                PLAYS + range.condition() + " ORDER BY " + range.order(),
                row -> consumer.accept(play(row)),
                user,
                range.values());
    }

    /// The sums over the plays up to an id.
    PlayFingerprint fingerprint(long lastId) {
        return tx.findFirst(
                        FINGERPRINT,
                        row -> new PlayFingerprint(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        user,
                        lastId)
                .orElseThrow();
    }

    /// The number of ratings with each score, from 1 to 10.
    List<Integer> ratings(Range range) {
        Integer[] scores = new Integer[SCORES];
        Arrays.fill(scores, 0);
        tx.forEach(
                RATINGS + (range.isAll() ? "" : RATED_IN_PERIOD) + " GROUP BY score ORDER BY score",
                row -> scores[row.getInt(1) - 1] = row.getInt(2),
                user,
                range.values());
        return List.of(scores);
    }

    /// The shows without a play before the period, with the time of their first play.
    ///
    /// @param range of a year
    List<DatedPlay> newShows(Range range) {
        return tx.query(
                NEW_SHOWS,
                row -> new DatedPlay(new ShowId(row.getLong(1)), row.instant(2)),
                user,
                range.values(),
                user,
                range.values().getFirst());
    }

    private static String withTitles(String sql, Range range) {
        return String.format(Locale.ROOT, sql, titlesOf(range));
    }

    /// Titles with their numbers of plays.
    private static String titlesOf(Range range) {
        return range.isAll() ? TITLES_OF_ALL : String.format(Locale.ROOT, """
                (SELECT CASE WHEN kind = 4 THEN 2 ELSE 1 END AS kind,
                        CASE WHEN kind = 4 THEN show_id ELSE item_id END AS item_id, count(*) AS plays
                 FROM play WHERE user_id = ?%s GROUP BY 1, 2)
                """, range.condition());
    }

    private static String episodesOf(Range range) {
        return range.isAll()
                ? EPISODES_OF_ALL
                : "(SELECT item_id FROM play WHERE user_id = ?" + range.condition() + " AND kind = 4)";
    }

    private List<Object> ofTitles(Range range, Object... more) {
        List<Object> values = new ArrayList<>(range.isAll() ? List.of(user, user) : List.of(user));
        values.addAll(range.values());
        values.addAll(Arrays.asList(more));
        return values;
    }

    private static PlayRow play(Row row) {
        return new PlayRow(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.numberOrNull(5));
    }
}
