package dev.spoolmark.search;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the content of the index from the database.
final class SearchStore {

    private static final int ACTIVE = 1;
    private static final int LARGE_INDEX = 5_000;

    private static final String MOVIES = titles("movie", "movie_id", "title", "year", "provisional", Kind.MOVIE);
    private static final String SHOWS = titles("show", "show_id", "title", "year", "provisional", Kind.SHOW);
    private static final String EPISODES =
            titles("episode", "episode_id", "title", "CAST(NULL AS INTEGER)", "provisional", Kind.EPISODE);
    private static final String PEOPLE = String.format(Locale.ROOT, """
            SELECT p.revision, p.person_id, p.name, CAST(NULL AS INTEGER), FALSE, %s,
                   CAST(NULL AS TEXT),
                   (SELECT count(*) FROM credit c WHERE c.person_id = p.person_id), 0
            FROM person p
            WHERE (p.revision, p.person_id) > (?, ?)
            ORDER BY p.revision, p.person_id LIMIT ?
            """, codes(Kind.PERSON, "p.person_id"));

    /// Position of the last row read: time or revision, then id.
    record Position(long changedAt, long id) {}

    /// A batch of documents, and the position after it.
    record Batch(List<IndexDocument> entries, Position end) {}

    /// The current catalog revision: while it does not change, no title does.
    long revision(Tx tx) {
        return tx.findFirst("SELECT value FROM catalog_revision WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /// Whether the index takes more than a moment to build.
    boolean isLarge(Tx tx) {
        return tx.findFirst("""
                SELECT (SELECT count(*) FROM (SELECT 1 FROM movie LIMIT ?) AS movies)
                     + (SELECT count(*) FROM (SELECT 1 FROM episode LIMIT ?) AS episodes)
                     + (SELECT count(*) FROM (SELECT 1 FROM person LIMIT ?) AS people)
                """, row -> row.getLong(1), LARGE_INDEX, LARGE_INDEX, LARGE_INDEX)
                        .orElse(0L)
                >= LARGE_INDEX;
    }

    /// Titles after the position `after`, ordered by revision.
    Batch titles(Tx tx, DocumentType type, Position after, int limit) {
        List<IndexDocument> entries = new ArrayList<>();
        Position[] end = {after};
        tx.forEach(
                select(type),
                row -> {
                    end[0] = new Position(row.getLong(1), row.getLong(2));
                    entries.add(title(type, row));
                },
                after.changedAt(),
                after.id(),
                limit);
        return new Batch(entries, end[0]);
    }

    /// Accounts after the position `after`, ordered by time of change.
    Batch users(Tx tx, Position after, int limit) {
        List<IndexDocument> entries = new ArrayList<>();
        Position[] end = {after};
        tx.forEach(
                """
                SELECT changed_at, user_id, name, full_name, protected OR audiences LIKE '%details=%', state,
                    unsearchable
                FROM account
                WHERE (changed_at, user_id) > (?, ?)
                ORDER BY changed_at, user_id LIMIT ?
                """,
                row -> {
                    end[0] = new Position(row.getLong(1), row.getLong(2));
                    entries.add(user(row));
                },
                after.changedAt(),
                after.id(),
                limit);
        return new Batch(entries, end[0]);
    }

    /// Counts the votes of all items that were rated, or whose rating was removed, since `since`.
    void votes(Tx tx, Instant since, BiConsumer<DocumentType, Position> counted) {
        tx.forEach(
                """
                SELECT c.kind, c.item_id,
                       (SELECT count(*) FROM rating r WHERE r.kind = c.kind AND r.item_id = c.item_id)
                FROM (SELECT kind, item_id FROM rating WHERE rated_at >= ?
                      UNION SELECT kind, item_id FROM rating_withdrawn WHERE withdrawn_at >= ?) c
                ORDER BY c.kind, c.item_id
                """,
                row -> subject(row.getInt(1))
                        .ifPresent(type -> counted.accept(type, new Position(row.getLong(3), row.getLong(2)))),
                since,
                since);
    }

    private static Optional<DocumentType> subject(int kind) {
        for (Kind known : List.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE)) {
            if (known.number() == kind) {
                return Optional.of(DocumentType.valueOf(known.name()));
            }
        }
        return Optional.empty();
    }

    private static String select(DocumentType type) {
        return switch (type) {
            case MOVIE -> MOVIES;
            case SHOW -> SHOWS;
            case EPISODE -> EPISODES;
            case PERSON -> PEOPLE;
            case USER -> throw new IllegalArgumentException("a user has no title");
        };
    }

    private static String titles(String table, String id, String title, String year, String provisional, Kind kind) {
        return String.format(
                Locale.ROOT, """
            SELECT revision, %2$s, %3$s, %4$s, %5$s, %6$s,
                   (SELECT string_agg(o.title, '\n' ORDER BY o.title_key) FROM alternative_title o
                    WHERE o.kind = %7$d AND o.item_id = %1$s.%2$s AND NOT o.superseded),
                   (SELECT count(*) FROM rating r WHERE r.kind = %7$d AND r.item_id = %1$s.%2$s),
                   coalesce((SELECT n.votes FROM external_popularity n WHERE n.kind = %7$d AND n.item_id = %1$s.%2$s), 0)
            FROM %1$s
            WHERE (revision, %2$s) > (?, ?)
            ORDER BY revision, %2$s LIMIT ?
            """, table, id, title, year, provisional, codes(kind, table + "." + id), kind.number());
    }

    private static String codes(Kind kind, String id) {
        return String.format(Locale.ROOT, """
            (SELECT string_agg(x.value, ' ' ORDER BY x.provider) FROM external_id x
             WHERE x.kind = %d AND x.item_id = %s AND x.provider IN ('imdb', 'tvdb', 'tmdb'))""", kind.number(), id);
    }

    private static IndexDocument title(DocumentType type, Row row) {
        String title = row.textOrNull(3);
        String codes = row.textOrNull(6);
        return new IndexDocument(
                type,
                row.getLong(2),
                names(title, row.textOrNull(7)),
                row.countOrNull(4),
                codes == null ? List.of() : List.of(codes.split(" ", -1)),
                row.getLong(8),
                row.getLong(9),
                title != null && !row.getBoolean(5));
    }

    /// The title, then the alternative titles.
    private static List<String> names(@Nullable String title, @Nullable String others) {
        return Stream.of(
                        Optional.ofNullable(title).stream(),
                        Optional.ofNullable(others).stream().flatMap(String::lines))
                .flatMap(names -> names)
                .toList();
    }

    /// A protected user is found by user name only; a user who is not searchable is not found.
    private static IndexDocument user(Row row) {
        List<String> names = new ArrayList<>(List.of(row.getString(3)));
        String fullName = row.textOrNull(4);
        if (fullName != null && !row.getBoolean(5)) {
            names.add(fullName);
        }
        return new IndexDocument(
                DocumentType.USER,
                row.getLong(2),
                names,
                null,
                List.of(),
                0,
                0,
                row.getInt(6) == ACTIVE && !row.getBoolean(7));
    }
}
