package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.lists.ListColumns;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.rating.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads activity from the tables of the features, newest first in each.
final class FeedStore {

    private static final Map<Action, Integer> PLAY_ACTIONS =
            Map.of(Action.SCROBBLE, 1, Action.CHECKIN, 2, Action.SEEN, 3);

    private static final Set<Action> GROUPED_ACTIONS = Set.of(Action.SEEN, Action.COLLECTION);

    private final Tx tx;
    private final FeedAudience feedAudience;
    private final FeedFilter filter;
    private final ReadWindow window;

    FeedStore(Tx tx, FeedAudience feedAudience, FeedFilter filter, ReadWindow window) {
        this.tx = tx;
        this.feedAudience = feedAudience;
        this.filter = filter;
        this.window = window;
    }

    EventBatch plays() {
        List<Integer> actions = PLAY_ACTIONS.entrySet().stream()
                .filter(entry -> filter.includes(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (actions.isEmpty()) {
            return EventBatch.NONE;
        }
        FeedQuery query = new FeedQuery(
                        "SELECT f.user_id, f.watched_at, f.kind, f.item_id, f.show_id, f.action FROM play f")
                .and(
                        "f.action IN (" + Tx.placeholders(actions.size()) + ")",
                        Tx.padToPlaceholders(actions).toArray());
        return read(query, "f.watched_at", ", f.action, f.kind, f.show_id, f.item_id, f.play_id", FeedStore::play);
    }

    EventBatch collected() {
        if (!filter.includes(Action.COLLECTION)) {
            return EventBatch.NONE;
        }
        FeedQuery query =
                new FeedQuery("SELECT f.user_id, f.collected_at, f.kind, f.item_id, f.show_id FROM collected f");
        return read(query, "f.collected_at", ", f.kind, f.show_id, f.item_id", row -> withItem(Action.COLLECTION, row));
    }

    EventBatch watchlist() {
        if (!filter.includes(Action.WATCHLIST)) {
            return EventBatch.NONE;
        }
        FeedQuery query =
                new FeedQuery("SELECT f.user_id, f.listed_at, f.kind, f.item_id, f.show_id FROM watchlist_item f");
        return read(query, "f.listed_at", ", f.kind, f.item_id", row -> withItem(Action.WATCHLIST, row));
    }

    /// Playbacks and check-ins that have not expired.
    EventBatch watching(Instant now) {
        if (!filter.includes(Action.WATCHING)) {
            return EventBatch.NONE;
        }
        FeedQuery query = new FeedQuery("SELECT f.user_id, f.started_at, f.kind, f.item_id, f.show_id FROM watching f")
                .and("f.expires_at > ?", now);
        return read(query, "f.started_at", "", row -> withItem(Action.WATCHING, row));
    }

    EventBatch ratings() {
        if (!filter.includes(Action.RATING)) {
            return EventBatch.NONE;
        }
        FeedQuery query = new FeedQuery("SELECT f.user_id, f.rated_at, f.kind, f.item_id, f.score FROM rating f");
        return read(
                query,
                "f.rated_at",
                ", f.kind, f.item_id",
                row -> event(Action.RATING, row, new ActivityDetail.Rated(item(row), new Score(row.getInt(5)))));
    }

    EventBatch comments() {
        List<String> sorts = new ArrayList<>();
        if (filter.includes(Action.SHOUT)) {
            sorts.add("(f.parent_id IS NULL AND f.review = FALSE)");
        }
        if (filter.includes(Action.REVIEW)) {
            sorts.add("(f.parent_id IS NULL AND f.review = TRUE)");
        }
        if (filter.includes(Action.REPLY)) {
            sorts.add("f.parent_id IS NOT NULL");
        }
        if (sorts.isEmpty()) {
            return EventBatch.NONE;
        }
        FeedQuery query = new FeedQuery("SELECT f.user_id, f.created_at, f.kind, f.item_id, f.comment_id, f.text,"
                        + " f.spoiler, f.review, f.parent_id IS NOT NULL FROM comment f")
                .and("(" + String.join(" OR ", sorts) + ")");
        return read(query, "f.created_at", ", f.comment_id", FeedStore::comment);
    }

    EventBatch lists() {
        if (!filter.includes(Action.CREATED) || !includesLists()) {
            return EventBatch.NONE;
        }
        FeedQuery query = new FeedQuery("SELECT " + ListColumns.columns("f") + " FROM list f")
                .readable("f", feedAudience)
                .and("f.rules IS NULL");
        return readAny(query, "f.created_at", ", f.list_id", FeedStore::madeList);
    }

    EventBatch listItems() {
        if (!filter.includes(Action.ITEM_ADDED) || !includesLists()) {
            return EventBatch.NONE;
        }
        FeedQuery query = new FeedQuery(
                        "SELECT " + ListColumns.columns("l") + ", f.listed_at, f.kind, f.item_id, f.entry_id"
                                + " FROM list_item f JOIN list l ON l.user_id = f.user_id AND l.list_id = f.list_id")
                .readable("l", feedAudience);
        return readAny(query, "f.listed_at", ", f.entry_id", FeedStore::listed);
    }

    private boolean includesLists() {
        return filter.types().contains(Kind.LIST) && filter.items() instanceof ItemFilter.All;
    }

    private EventBatch read(FeedQuery query, String time, String order, Function<Row, FeedEvent> fact) {
        return readAny(query.about(filter), time, order, fact);
    }

    private EventBatch readAny(FeedQuery query, String time, String order, Function<Row, FeedEvent> fact) {
        query.of(feedAudience).between(time, filter, window).newest(time + " DESC, f.user_id" + order, window);
        EventGrouping grouping = new EventGrouping(window);
        tx.forEach(query.sql(), row -> grouping.add(fact.apply(row)), query.parameters());
        return grouping.events();
    }

    // Rows: user, time, kind, item

    private static FeedEvent play(Row row) {
        return switch (row.getInt(6)) {
            case 1 -> withItem(Action.SCROBBLE, row);
            case 2 -> withItem(Action.CHECKIN, row);
            default -> withItem(Action.SEEN, row);
        };
    }

    private static FeedEvent withItem(Action action, Row row) {
        return item(row) instanceof EpisodeId episode && GROUPED_ACTIONS.contains(action)
                ? event(action, row, new ActivityDetail.WithEpisodes(new ShowId(row.getLong(5)), List.of(episode)))
                : event(action, row, new ActivityDetail.WithItem(item(row)));
    }

    private static FeedEvent comment(Row row) {
        ActivityDetail detail =
                new ActivityDetail.Commented(item(row), row.getLong(5), row.getString(6), row.getBoolean(7));
        Action action = row.getBoolean(9) ? Action.REPLY : row.getBoolean(8) ? Action.REVIEW : Action.SHOUT;
        return event(action, row, detail);
    }

    private static FeedEvent event(Action action, Row row, ActivityDetail detail) {
        return new FeedEvent(new UserId(row.getLong(1)), action, row.instant(2), detail);
    }

    private static MediaId item(Row row) {
        return MediaId.of(Kind.of(row.getInt(3)), row.getLong(4));
    }

    // Rows: the columns of a list first

    private static FeedEvent madeList(Row row) {
        UserList list = ListColumns.list(row);
        return new FeedEvent(list.owner(), Action.CREATED, list.createdAt(), new ActivityDetail.MadeList(list));
    }

    private static FeedEvent listed(Row row) {
        UserList list = ListColumns.list(row);
        MediaId item = MediaId.of(Kind.of(row.getInt(ListColumns.COLUMNS + 2)), row.getLong(ListColumns.COLUMNS + 3));
        return new FeedEvent(
                list.owner(),
                Action.ITEM_ADDED,
                row.instant(ListColumns.COLUMNS + 1),
                new ActivityDetail.Listed(list, row.getLong(ListColumns.COLUMNS + 4), item));
    }

    /// All tables, in one transaction.
    static Stream<EventBatch> all(Tx tx, FeedAudience feedAudience, FeedFilter filter, ReadWindow window, Instant now) {
        FeedStore store = new FeedStore(tx, feedAudience, filter, window);
        return Stream.of(
                store.watching(now),
                store.plays(),
                store.collected(),
                store.ratings(),
                store.watchlist(),
                store.comments(),
                store.lists(),
                store.listItems());
    }
}
