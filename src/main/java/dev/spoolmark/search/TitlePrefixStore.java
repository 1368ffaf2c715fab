package dev.spoolmark.search;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds titles and names by prefix, and items by external id, in the database: used while there is no index.
final class TitlePrefixStore {

    private static final Duration RETRY = Duration.ofSeconds(10);

    /// Sorts after every text with a given prefix.
    private static final String MAX_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final int ACTIVE = 1;

    /// The ids of the hits, ordered by title.
    List<Long> find(Tx tx, DocumentType type, String text, int limit) {
        Set<Long> found = new LinkedHashSet<>();
        switch (type) {
            case MOVIE -> titles(tx, Kind.MOVIE, text, limit, found);
            case SHOW -> titles(tx, Kind.SHOW, text, limit, found);
            case PERSON -> persons(tx, text, limit, found);
            case USER -> users(tx, text, limit, found);
            case EPISODE -> throw new ProblemException(new Problem.Unavailable("the search index is not ready", RETRY));
        }
        return found.stream().limit(limit).toList();
    }

    private static void titles(Tx tx, Kind kind, String text, int limit, Set<Long> found) {
        String prefix = TitleFolding.fold(text);
        found.addAll(tx.query(
                String.format(Locale.ROOT, """
                SELECT %1$s_id FROM %1$s
                WHERE title_key >= ? AND title_key < ? AND NOT provisional
                ORDER BY title_key, year NULLS FIRST, %1$s_id LIMIT ?
                """, kind.key()),
                row -> row.getLong(1),
                prefix,
                prefix + MAX_CHARACTER,
                limit));
        found.addAll(tx.query(
                String.format(Locale.ROOT, """
                SELECT x.item_id FROM external_id x
                JOIN %1$s i ON i.%1$s_id = x.item_id AND NOT i.provisional
                WHERE x.provider IN ('imdb', 'tvdb', 'tmdb') AND x.kind = ? AND x.value = ?
                ORDER BY x.provider, x.item_id
                """, kind.key()),
                row -> row.getLong(1),
                kind.number(),
                text.strip().toLowerCase(Locale.ROOT)));
        if (found.size() < limit) {
            found.addAll(tx.query(
                    String.format(Locale.ROOT, """
                    SELECT o.item_id FROM alternative_title o
                    JOIN %1$s i ON i.%1$s_id = o.item_id AND NOT i.provisional
                    WHERE o.kind = ? AND o.title_key >= ? AND o.title_key < ? AND NOT o.superseded
                    ORDER BY o.title_key, o.item_id LIMIT ?
                    """, kind.key()),
                    row -> row.getLong(1),
                    kind.number(),
                    prefix,
                    prefix + MAX_CHARACTER,
                    limit));
        }
    }

    private static void persons(Tx tx, String text, int limit, Set<Long> found) {
        String prefix = TitleFolding.fold(text);
        found.addAll(tx.query("""
                SELECT person_id FROM person WHERE name_key >= ? AND name_key < ? ORDER BY name_key, person_id LIMIT ?
                """, row -> row.getLong(1), prefix, prefix + MAX_CHARACTER, limit));
        found.addAll(tx.query(
                """
                SELECT item_id FROM external_id
                WHERE provider IN ('imdb', 'tvdb', 'tmdb') AND kind = ? AND value = ? ORDER BY provider, item_id
                """, row -> row.getLong(1), Kind.PERSON.number(), text.strip().toLowerCase(Locale.ROOT)));
    }

    private static void users(Tx tx, String text, int limit, Set<Long> found) {
        String prefix =
                TitleFolding.fold(text).replace('.', '-').replace('_', '-').replace(' ', '-');
        found.addAll(tx.query("""
                SELECT n.user_id FROM account_name n
                JOIN account a ON a.user_id = n.user_id AND a.state = ? AND NOT a.unsearchable
                WHERE n.name_key >= ? AND n.name_key < ?
                ORDER BY n.name_key LIMIT ?
                """, row -> row.getLong(1), ACTIVE, prefix, prefix + MAX_CHARACTER, limit));
    }
}
