package dev.spoolmark.torture;

import dev.spoolmark.core.Secret;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// One write of one user about an item that no other write names, so that its effect can be counted in the
/// database.
///
/// @param number the TMDB id, unique for each write
record RecordedWrite(Kind kind, int userNameOf, long number) {

    static final String PASSWORD =
            HexFormat.of().formatHex(Secret.sha1Of("torture rack").reveal());

    static final String LIST = "torture";

    /// The kinds of writes, with the method of v1, the body, and the tables of their rows.
    enum Kind {
        SCROBBLE("movie/scrobble", "%s,\"duration\":45,\"progress\":99", "play r", "r.action = 1"),
        SEEN("movie/seen", "\"movies\":[{%s,\"last_played\":1372000000}]", "play r", "r.action = 3"),
        RATE("rate/movie", "%s,\"rating\":7", "rating r", "r.score = 7"),
        COLLECT("movie/library", "\"movies\":[{%s}]", "collected r", "true"),
        WATCHLIST("movie/watchlist", "\"movies\":[{%s}]", "watchlist_item r", "true"),
        LIST_ITEM(
                "lists/items/add",
                "\"slug\":\"" + LIST + "\",\"items\":[{\"type\":\"movie\",%s}]",
                "list_item r",
                "true"),
        COMMENT("comment/movie", "%s,\"comment\":\"Words of a person\"", "comment r", "true"),
        CHECK_IN("movie/checkin", "%s,\"duration\":120", "watching r", "r.checkin");

        private final String method;
        private final String body;
        private final String table;
        private final String where;

        Kind(String method, String body, String table, String where) {
            this.method = method;
            this.body = body;
            this.table = table;
            this.where = where;
        }

        static Kind ofIndex(int index) {
            List<Kind> kinds = List.of(values());
            return kinds.get(index % kinds.size());
        }

        String method() {
            return method;
        }

        /// Query for the item of each row that this kind of write left, and the number of rows.
        String counting() {
            return "SELECT e.value, count(*) FROM " + table
                    + " JOIN external_id e ON e.provider = 'tmdb' AND e.kind = 1"
                    + " AND e.item_id = r.item_id WHERE r.kind = 1 AND " + where + " GROUP BY e.value ORDER BY e.value";
        }
    }

    static String userNameOf(int number) {
        return "person" + number;
    }

    String body() {
        String title =
                String.format(Locale.ROOT, "\"tmdb_id\":%d,\"title\":\"Title %d\",\"year\":2000", number, number);
        return signed(userNameOf, String.format(Locale.ROOT, kind.body, title));
    }

    static String signed(int person, String members) {
        return String.format(
                Locale.ROOT, "{\"username\":\"%s\",\"password\":\"%s\",%s}", userNameOf(person), PASSWORD, members);
    }

    static String signed(int person) {
        return String.format(Locale.ROOT, "{\"username\":\"%s\",\"password\":\"%s\"}", userNameOf(person), PASSWORD);
    }
}
