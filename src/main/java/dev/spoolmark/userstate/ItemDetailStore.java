package dev.spoolmark.userstate;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the data of one user about one item as a union of short parts, so that a page needs one statement.
///
/// Each row has the number of its part, a number that is unique in the part, three more numbers and two texts.
final class ItemDetailStore {

    static final int RATING = 1;
    static final int WATCHLIST = 2;
    static final int COLLECTION = 3;
    static final int PLAY = 4;
    static final int LIST = 5;
    static final int WATCHED_EPISODE = 6;
    static final int COLLECTED_EPISODE = 7;
    static final int RATED_EPISODE = 8;
    static final int FAVORITE = 9;

    /// The newest plays that a page shows; more are in the history.
    static final int MAX_PLAYS = 50;

    /// Greater than any number of an action.
    static final int PRECISIONS = 16;

    private static final String NO_TEXTS = ", CAST(NULL AS TEXT), CAST(NULL AS TEXT)";
    private static final String NO_NUMBER = ", CAST(NULL AS BIGINT)";

    /// The first part names the columns.
    private static final String RATING_PART = "SELECT " + RATING + " AS part, item_id AS id, score AS first"
            + ", CAST(NULL AS BIGINT) AS second, CAST(NULL AS BIGINT) AS third"
            + ", CAST(NULL AS TEXT) AS name, CAST(NULL AS TEXT) AS slug"
            + " FROM rating WHERE user_id = ? AND kind = ? AND item_id = ?";

    private static final String WATCHLIST_PART = "SELECT " + WATCHLIST + ", item_id, listed_at" + NO_NUMBER + NO_NUMBER
            + NO_TEXTS + " FROM watchlist_item WHERE user_id = ? AND kind = ? AND item_id = ?";

    private static final String FAVORITE_PART = "SELECT " + FAVORITE + ", item_id, listed_at" + NO_NUMBER + NO_NUMBER
            + NO_TEXTS + " FROM favorite_item WHERE user_id = ? AND kind = ? AND item_id = ?";

    /// The form of [dev.spoolmark.collection.CollectedDetails#parse].
    private static final String COPY =
            "coalesce(media_type, '') || ' ' || coalesce(resolution, '') || ' ' || coalesce(hdr, '') || ' '"
                    + " || coalesce(audio, '') || ' ' || coalesce(audio_channels, '') || ' '"
                    + " || coalesce(CAST(is_3d AS TEXT), '')";

    private static final String COLLECTION_PART =
            "SELECT " + COLLECTION + ", item_id, collected_at" + NO_NUMBER + NO_NUMBER + ", " + COPY
                    + ", CAST(NULL AS TEXT) FROM collected WHERE user_id = ? AND kind = ? AND item_id = ?";

    /// Action and precision are one number, which [#PRECISIONS] divides. In the order of the index, without which
    /// SQLite reads all plays of the user by the primary key.
    private static final String PLAY_PART = "SELECT " + PLAY + ", p.play_id, p.watched_at, p.action + "
            + PRECISIONS + " * p.time_precision, p.show_id"
            + NO_TEXTS + " FROM (SELECT play_id, watched_at, time_precision, action, show_id FROM play"
            + " WHERE user_id = ? AND kind = ? AND item_id = ?"
            + " ORDER BY coalesce(watched_at, 0) DESC, position DESC LIMIT ?) p";

    private static final String LIST_PART = "SELECT " + LIST
            + ", l.list_id, CASE WHEN i.item_id IS NULL THEN 0 ELSE 1 END" + NO_NUMBER + NO_NUMBER + ", l.name, l.slug"
            + " FROM list l LEFT JOIN list_item i ON i.user_id = l.user_id AND i.list_id = l.list_id"
            + " AND i.kind = ? AND i.item_id = ? WHERE l.user_id = ? AND l.rules IS NULL";

    /// An episode is watched in the current run if its last play is not before the last rewatch, or if a play at
    /// an unknown time was stored since.
    private static final String IN_RUN = "CASE WHEN r.reset_at IS NULL OR w.last_at >= r.reset_at OR coalesce(("
            + "SELECT p.created_at FROM play p WHERE p.user_id = w.user_id AND p.kind = 4 AND p.item_id = w.item_id"
            + " AND coalesce(p.watched_at, 0) = 0 ORDER BY p.position DESC LIMIT 1), 0) >= r.reset_at"
            + " THEN 1 ELSE 0 END";

    private static final String EPISODE_PARTS = " UNION ALL SELECT " + WATCHED_EPISODE + ", w.item_id, w.plays, "
            + IN_RUN + NO_NUMBER + NO_TEXTS + " FROM watched w LEFT JOIN ("
            + "SELECT max(x.reset_at) AS reset_at FROM show_rewatch x"
            + " WHERE x.user_id = ? AND x.kind = 2 AND x.item_id = ?) r ON 1 = 1"
            + " WHERE w.user_id = ? AND w.show_id = ? AND w.plays > 0"
            + " UNION ALL SELECT " + COLLECTED_EPISODE + ", item_id, 1" + NO_NUMBER + NO_NUMBER + NO_TEXTS
            + " FROM collected WHERE user_id = ? AND show_id = ?"
            + " UNION ALL SELECT " + RATED_EPISODE + ", r.item_id, r.score" + NO_NUMBER + NO_NUMBER + NO_TEXTS
            + " FROM episode e CROSS JOIN rating r" // otherwise SQLite begins with all ratings of the user
            + " WHERE r.user_id = ? AND r.kind = 4 AND r.item_id = e.episode_id AND e.show_id = ?";

    private static final String ORDER = " ORDER BY part, id";

    private static final String OF_USER = String.join(
            " UNION ALL ", RATING_PART, WATCHLIST_PART, FAVORITE_PART, COLLECTION_PART, PLAY_PART, LIST_PART);

    ItemDetail of(Tx tx, UserId user, MediaId item, @Nullable ShowId show) {
        long owner = user.value();
        int kind = item.kind().number();
        long id = item.value();
        List<Object> values = new ArrayList<>(List.of(
                owner, kind, id, owner, kind, id, owner, kind, id, owner, kind, id, owner, kind, id, MAX_PLAYS, kind,
                id, owner));
        String sql = OF_USER;
        if (show != null) {
            sql += EPISODE_PARTS;
            long of = show.value();
            values.addAll(List.of(owner, of, owner, of, owner, of, owner, of));
        }
        ItemDetailRows rows = new ItemDetailRows(item);
        tx.forEach(sql + ORDER, rows::add, values);
        return rows.detail();
    }
}
