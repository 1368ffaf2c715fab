package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.lists.ListRow;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.rating.Score;
import dev.spoolmark.store.Row;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads what people did from the tables that hold it, each newest first.
final class FactStore {

    private static final Map<Action, Integer> PLAY_ACTIONS =
            Map.of(Action.SCROBBLE, 1, Action.CHECKIN, 2, Action.SEEN, 3);

    private static final Set<Action> TOGETHER = Set.of(Action.SEEN, Action.COLLECTION);

    private final Tx tx;
    private final Who who;
    private final Wanted wanted;
    private final Reach reach;

    FactStore(Tx tx, Who who, Wanted wanted, Reach reach) {
        this.tx = tx;
        this.who = who;
        this.wanted = wanted;
        this.reach = reach;
    }

    Facts plays() {
        List<Integer> actions = PLAY_ACTIONS.entrySet().stream()
                .filter(entry -> wanted.wants(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (actions.isEmpty()) {
            return Facts.NONE;
        }
        FactQuery query = new FactQuery(
                        "SELECT f.user_id, f.watched_at, f.kind, f.item_id, f.show_id, f.action FROM play f")
                .and(
                        "f.action IN (" + Tx.marks(actions.size()) + ")",
                        Tx.padded(actions).toArray());
        return read(query, "f.watched_at", ", f.action, f.kind, f.show_id, f.item_id, f.play_id", FactStore::play);
    }

    Facts collected() {
        if (!wanted.wants(Action.COLLECTION)) {
            return Facts.NONE;
        }
        FactQuery query =
                new FactQuery("SELECT f.user_id, f.collected_at, f.kind, f.item_id, f.show_id FROM collected f");
        return read(query, "f.collected_at", ", f.kind, f.show_id, f.item_id", row -> withItem(Action.COLLECTION, row));
    }

    Facts watchlist() {
        if (!wanted.wants(Action.WATCHLIST)) {
            return Facts.NONE;
        }
        FactQuery query =
                new FactQuery("SELECT f.user_id, f.listed_at, f.kind, f.item_id, f.show_id FROM watchlist_item f");
        return read(query, "f.listed_at", ", f.kind, f.item_id", row -> withItem(Action.WATCHLIST, row));
    }

    /// Who has not finished yet.
    Facts watching(Instant now) {
        if (!wanted.wants(Action.WATCHING)) {
            return Facts.NONE;
        }
        FactQuery query = new FactQuery("SELECT f.user_id, f.started_at, f.kind, f.item_id, f.show_id FROM watching f")
                .and("f.expires_at > ?", now);
        return read(query, "f.started_at", "", row -> withItem(Action.WATCHING, row));
    }

    Facts ratings() {
        if (!wanted.wants(Action.RATING)) {
            return Facts.NONE;
        }
        FactQuery query = new FactQuery("SELECT f.user_id, f.rated_at, f.kind, f.item_id, f.score FROM rating f");
        return read(
                query,
                "f.rated_at",
                ", f.kind, f.item_id",
                row -> fact(Action.RATING, row, new Deed.Rated(item(row), new Score(row.count(5)))));
    }

    /// Answers to other comments are left out: this dialect cannot show them under what they answer.
    Facts comments() {
        boolean shouts = wanted.wants(Action.SHOUT);
        boolean reviews = wanted.wants(Action.REVIEW);
        if (!shouts && !reviews) {
            return Facts.NONE;
        }
        FactQuery query = new FactQuery("SELECT f.user_id, f.created_at, f.kind, f.item_id, f.comment_id, f.text,"
                        + " f.spoiler, f.review FROM comment f")
                .and("f.parent_id IS NULL")
                .and(shouts ? reviews ? "TRUE" : "f.review = FALSE" : "f.review = TRUE");
        return read(query, "f.created_at", ", f.comment_id", FactStore::comment);
    }

    Facts lists() {
        if (!wanted.wants(Action.CREATED) || !wantsLists()) {
            return Facts.NONE;
        }
        FactQuery query = new FactQuery("SELECT " + ListRow.columns("f") + " FROM list f").readable("f", who);
        return readAny(query, "f.created_at", ", f.list_id", FactStore::madeList);
    }

    Facts listItems() {
        if (!wanted.wants(Action.ITEM_ADDED) || !wantsLists()) {
            return Facts.NONE;
        }
        FactQuery query = new FactQuery(
                        "SELECT " + ListRow.columns("l") + ", f.listed_at, f.kind, f.item_id, f.entry_id"
                                + " FROM list_item f JOIN list l ON l.user_id = f.user_id AND l.list_id = f.list_id")
                .readable("l", who)
                .and("f.kind <= 4");
        return readAny(query, "f.listed_at", ", f.entry_id", FactStore::listed);
    }

    private boolean wantsLists() {
        return wanted.types().contains(Kind.LIST) && wanted.things() instanceof Things.All;
    }

    private Facts read(FactQuery query, String time, String order, Function<Row, Fact> fact) {
        return readAny(query.about(wanted), time, order, fact);
    }

    private Facts readAny(FactQuery query, String time, String order, Function<Row, Fact> fact) {
        query.of(who).between(time, wanted, reach).newest(time + " DESC, f.user_id" + order, reach);
        Folding folding = new Folding(reach);
        tx.each(query.sql(), row -> folding.add(fact.apply(row)), query.parameters());
        return folding.facts();
    }

    // Rows: person, moment, kind, item

    private static Fact play(Row row) {
        return switch (row.count(6)) {
            case 1 -> withItem(Action.SCROBBLE, row);
            case 2 -> withItem(Action.CHECKIN, row);
            default -> withItem(Action.SEEN, row);
        };
    }

    private static Fact withItem(Action action, Row row) {
        return item(row) instanceof EpisodeId episode && TOGETHER.contains(action)
                ? fact(action, row, new Deed.WithEpisodes(new ShowId(row.number(5)), List.of(episode)))
                : fact(action, row, new Deed.WithItem(item(row)));
    }

    private static Fact comment(Row row) {
        Deed said = new Deed.Said(item(row), row.number(5), row.text(6), row.flag(7));
        return fact(row.flag(8) ? Action.REVIEW : Action.SHOUT, row, said);
    }

    private static Fact fact(Action action, Row row, Deed deed) {
        return new Fact(new UserId(row.number(1)), action, row.instant(2), deed);
    }

    private static MediaId item(Row row) {
        return MediaId.of(Kind.of(row.count(3)), row.number(4));
    }

    // Rows: the columns of a list first

    private static Fact madeList(Row row) {
        UserList list = ListRow.list(row);
        return new Fact(list.owner(), Action.CREATED, list.createdAt(), new Deed.MadeList(list));
    }

    private static Fact listed(Row row) {
        UserList list = ListRow.list(row);
        MediaId item = MediaId.of(Kind.of(row.count(11)), row.number(12));
        return new Fact(list.owner(), Action.ITEM_ADDED, row.instant(10), new Deed.Listed(list, row.number(13), item));
    }

    /// All of these, in one transaction.
    static Stream<Facts> all(Tx tx, Who who, Wanted wanted, Reach reach, Instant now) {
        FactStore store = new FactStore(tx, who, wanted, reach);
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
