package dev.spoolmark.activity;

import dev.spoolmark.catalog.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions of statements about items `o` of a user, with `kind`, `item_id` and `show_id`, and [#FACTS] about
/// them.
///
/// @param sql where [#add] puts the conditions of a selection
/// @param values where it puts their parameters
public record ItemConditions(StringBuilder sql, List<@Nullable Object> values) {

    /// Joins the movie `m` or the show `s`.
    public static final String FACTS = """
             LEFT JOIN movie m ON o.kind = 1 AND m.movie_id = o.item_id
             LEFT JOIN show s ON o.kind IN (2, 3, 4) AND s.show_id = o.show_id
            """;

    /// The folded title; needs [#FACTS].
    public static final String TITLE = "coalesce(m.title_key, s.title_key, '')";

    /// Whether the user has watched the item, as [WatchedFilter] says. Parameters: the user, the user, the
    /// time, the user.
    public static final String WATCHED = """
            (CASE WHEN o.kind IN (1, 4) THEN EXISTS (
                SELECT 1 FROM watched w WHERE w.user_id = ? AND w.kind = o.kind AND w.item_id = o.item_id AND w.plays > 0)
            WHEN o.kind IN (2, 3) THEN EXISTS (
                SELECT 1 FROM watched w WHERE w.user_id = ? AND w.show_id = o.show_id AND w.plays > 0)
                AND NOT EXISTS (
                SELECT 1 FROM episode e
                WHERE e.show_id = o.show_id AND e.airs_at <= ? AND e.provisional = FALSE
                AND ((o.kind = 2 AND e.season > 0)
                    OR e.season = (SELECT n.number FROM season n WHERE o.kind = 3 AND n.season_id = o.item_id))
                AND NOT EXISTS (SELECT 1 FROM watched w
                    WHERE w.user_id = ? AND w.kind = 4 AND w.item_id = e.episode_id AND w.plays > 0))
            ELSE FALSE END)""";

    /// Whether everyone sees the item; needs [#FACTS]. One that is no longer in the catalog is none of them.
    public static final String CONFIRMED = """
            (CASE o.kind WHEN 1 THEN coalesce(m.provisional, TRUE)
            WHEN 2 THEN coalesce(s.provisional, TRUE)
            WHEN 3 THEN coalesce((SELECT n.provisional FROM season n WHERE n.season_id = o.item_id), TRUE)
            WHEN 4 THEN coalesce((SELECT e.provisional FROM episode e WHERE e.episode_id = o.item_id), TRUE)
            ELSE FALSE END) = FALSE""";

    /// Whether the movie or show has a genre. Parameter: its name.
    public static final String GENRE = """
            EXISTS (SELECT 1 FROM item_genre g
                WHERE g.kind = CASE WHEN o.kind = 1 THEN 1 ELSE 2 END
                AND g.item_id = CASE WHEN o.kind = 1 THEN o.item_id ELSE o.show_id END AND g.genre = ?)""";

    void add(ItemSelection selection, long user, Instant now) {
        Kind kind = selection.kind();
        if (kind != null) {
            add("o.kind = ?", kind.number());
        }
        switch (selection.watched()) {
            case ALL -> {}
            case UNWATCHED -> add("NOT " + WATCHED, user, user, now, user);
            case WATCHED -> add(WATCHED, user, user, now, user);
        }
        String genre = selection.genre();
        if (genre != null) {
            add(GENRE, genre);
        }
        if (!selection.title().isEmpty()) {
            add(TITLE + " LIKE ? ESCAPE '!'", "%" + escape(selection.title()) + "%");
        }
        if (selection.confirmed()) {
            add(CONFIRMED);
        }
    }

    private void add(String condition, Object... parameters) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(parameters));
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
