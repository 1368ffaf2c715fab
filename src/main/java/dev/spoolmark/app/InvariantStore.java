package dev.spoolmark.app;

import dev.spoolmark.db.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Counts the rows that violate an invariant.
final class InvariantStore {

    private static final String ITEMS = """
            SELECT 1 AS kind, movie_id AS item_id FROM movie
            UNION ALL SELECT 2, show_id FROM show
            UNION ALL SELECT 3, season_id FROM season
            UNION ALL SELECT 4, episode_id FROM episode
            UNION ALL SELECT 5, person_id FROM person""";

    /// Tables with data of users about items.
    private static final String USER_DATA = """
            SELECT kind, item_id FROM rating
            UNION ALL SELECT kind, item_id FROM play
            UNION ALL SELECT kind, item_id FROM watched
            UNION ALL SELECT kind, item_id FROM collected
            UNION ALL SELECT kind, item_id FROM watchlist_item
            UNION ALL SELECT kind, item_id FROM favorite_item
            UNION ALL SELECT kind, item_id FROM list_item
            UNION ALL SELECT kind, item_id FROM hidden
            UNION ALL SELECT kind, item_id FROM show_rewatch
            UNION ALL SELECT kind, item_id FROM show_setting
            UNION ALL SELECT kind, item_id FROM playback_progress
            UNION ALL SELECT kind, item_id FROM note
            UNION ALL SELECT kind, item_id FROM comment""";

    /// Deleted accounts (state 3) have released their name and e-mail address.
    static final List<Invariant> ALL = List.of(
            new Invariant("user names without account", """
                    SELECT count(*) FROM account_name i
                    WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.user_id = i.user_id)"""),
            new Invariant("accounts without user name", """
                    SELECT count(*) FROM account a
                    WHERE a.state <> 3 AND NOT EXISTS (SELECT 1 FROM account_name i WHERE i.user_id = a.user_id)"""),
            new Invariant("e-mail addresses without account", """
                    SELECT count(*) FROM account_email i
                    WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.user_id = i.user_id)"""),
            new Invariant("accounts with an e-mail address that is not indexed", """
                    SELECT count(*) FROM account a
                    WHERE a.state <> 3 AND a.email IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM account_email i WHERE i.user_id = a.user_id)"""),
            new Invariant("slugs without item", String.format(Locale.ROOT, """
                    SELECT count(*) FROM slug s WHERE NOT EXISTS (
                    SELECT 1 FROM (%s) item WHERE item.kind = s.kind AND item.item_id = s.item_id)""", ITEMS)),
            new Invariant("external ids without item", String.format(Locale.ROOT, """
                    SELECT count(*) FROM external_id e WHERE NOT EXISTS (
                    SELECT 1 FROM (%s) item WHERE item.kind = e.kind AND item.item_id = e.item_id)""", ITEMS)),
            new Invariant("aliases without item", String.format(Locale.ROOT, """
                    SELECT count(*) FROM item_alias a WHERE NOT EXISTS (
                    SELECT 1 FROM (%s) item WHERE item.kind = a.kind AND item.item_id = a.item_id)""", ITEMS)),
            new Invariant(
                    "rows of users reference an item that was merged long ago",
                    String.format(Locale.ROOT, """
                    SELECT count(*) FROM (%s) own
                    JOIN item_alias a ON a.kind = own.kind AND a.old_id = own.item_id
                    WHERE NOT EXISTS (SELECT 1 FROM item_migration m WHERE m.kind = a.kind AND m.item_id = a.old_id)
                    """, USER_DATA)),
            new Invariant("source jobs without item", String.format(Locale.ROOT, """
                    SELECT count(*) FROM source_job j WHERE NOT EXISTS (
                    SELECT 1 FROM (%s) item WHERE item.kind = j.kind AND item.item_id = j.item_id)
                    OR (EXISTS (SELECT 1 FROM item_alias a WHERE a.kind = j.kind AND a.old_id = j.item_id)
                    AND NOT EXISTS (SELECT 1 FROM item_migration m WHERE m.kind = j.kind AND m.item_id = j.item_id))
                    """, ITEMS)),
            new Invariant("ratings without user", """
                    SELECT count(*) FROM rating r
                    WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.user_id = r.user_id)"""),
            new Invariant("ratings without item", String.format(Locale.ROOT, """
                    SELECT count(*) FROM rating r WHERE NOT EXISTS (
                    SELECT 1 FROM (%s) item WHERE item.kind = r.kind AND item.item_id = r.item_id)""", ITEMS)),
            new Invariant("plays without user", """
                    SELECT count(*) FROM play p
                    WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.user_id = p.user_id)"""),
            new Invariant("wrong totals of plays", """
                    SELECT (SELECT count(*) FROM watched w WHERE w.plays <> (
                    SELECT count(*) FROM play p
                    WHERE p.user_id = w.user_id AND p.kind = w.kind AND p.item_id = w.item_id))
                    + (SELECT count(*) FROM play p WHERE NOT EXISTS (
                    SELECT 1 FROM watched w
                    WHERE w.user_id = p.user_id AND w.kind = p.kind AND w.item_id = p.item_id))"""),
            new Invariant("follows without counterpart", """
                    SELECT (SELECT count(*) FROM follow_out o WHERE NOT EXISTS (
                    SELECT 1 FROM follow_in i WHERE i.user_id = o.target_id AND i.source_id = o.user_id
                    AND i.state = o.state))
                    + (SELECT count(*) FROM follow_in i WHERE NOT EXISTS (
                    SELECT 1 FROM follow_out o WHERE o.user_id = i.source_id AND o.target_id = i.user_id
                    AND o.state = i.state))"""),
            new Invariant("comments without counterpart", """
                    SELECT (SELECT count(*) FROM comment c WHERE NOT EXISTS (
                    SELECT 1 FROM user_comment u WHERE u.user_id = c.user_id AND u.comment_id = c.comment_id
                    AND u.kind = c.kind AND u.item_id = c.item_id AND u.review = c.review))
                    + (SELECT count(*) FROM user_comment u WHERE NOT EXISTS (
                    SELECT 1 FROM comment c WHERE c.kind = u.kind AND c.item_id = u.item_id
                    AND c.comment_id = u.comment_id AND c.user_id = u.user_id))"""));

    /// @param sentence describes the rows that `count` counts
    record Invariant(String sentence, String count) {}

    /// The sentence with its number, if there are such rows.
    Optional<String> broken(Tx tx, Invariant invariant) {
        return tx.findFirst(invariant.count(), row -> row.getLong(1))
                .filter(rows -> rows > 0)
                .map(rows -> rows + " " + invariant.sentence());
    }
}
