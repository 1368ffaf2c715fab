package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Follows, stored by follower and by followed user. Statements write rows of both users.
///
/// The row of the follower comes first; the row of the followed user is written only if the first has
/// changed. Of two concurrent changes, the second waits there, so the rows stay consistent.
final class FollowStore {

    private static final int REQUESTED = 1;
    private static final int APPROVED = 2;

    boolean isApproved(Tx tx, UserId follower, UserId followed) {
        return tx.findFirst(
                        "SELECT state FROM follow_out WHERE user_id = ? AND target_id = ?",
                        row -> row.getInt(1) == APPROVED,
                        follower.value(),
                        followed.value())
                .orElse(false);
    }

    /// Those of these users whom `follower` follows with approval.
    Set<UserId> approvedAmong(Tx tx, UserId follower, Collection<UserId> users) {
        return among(tx, "target_id", "follow_out", follower, users);
    }

    /// Those of these users who follow `followed` with approval.
    Set<UserId> followersAmong(Tx tx, UserId followed, Collection<UserId> users) {
        return among(tx, "source_id", "follow_in", followed, users);
    }

    private static Set<UserId> among(Tx tx, String column, String table, UserId user, Collection<UserId> users) {
        Set<UserId> approved = new HashSet<>();
        users.stream()
                .map(UserId::value)
                .distinct()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> tx.forEach(
                        "SELECT " + column + " FROM " + table + " WHERE user_id = ? AND state = ? AND " + column
                                + " IN (" + Tx.placeholders(batch.size()) + ") ORDER BY " + column,
                        row -> approved.add(new UserId(row.getLong(1))),
                        user.value(),
                        APPROVED,
                        Tx.padToPlaceholders(batch)));
        return approved;
    }

    /// The users whom `follower` follows or has requested to follow.
    int count(Tx tx, UserId follower) {
        return tx.findFirst("SELECT count(*) FROM follow_out WHERE user_id = ?", row -> row.getInt(1), follower.value())
                .orElse(0);
    }

    /// Stores a request, unless there is a request or a follow.
    void request(Tx tx, UserId follower, UserId followed, Instant at) {
        String sql = """
                INSERT INTO follow_out (user_id, target_id, state, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, target_id) DO NOTHING
                """;
        if (tx.update(sql, follower.value(), followed.value(), REQUESTED, at) == 1) {
            saveIn(tx, follower, followed, REQUESTED, at);
        }
    }

    /// Stores a follow. An existing follow keeps its time.
    void approve(Tx tx, UserId follower, UserId followed, Instant since) {
        String sql = """
                INSERT INTO follow_out (user_id, target_id, state, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, target_id) DO UPDATE SET state = excluded.state, since = excluded.since
                WHERE follow_out.state <> excluded.state
                """;
        if (tx.update(sql, follower.value(), followed.value(), APPROVED, since) == 1) {
            saveIn(tx, follower, followed, APPROVED, since);
        }
    }

    /// Approves a request. Returns false if there is none.
    boolean grant(Tx tx, UserId follower, UserId followed, Instant since) {
        String sql = "UPDATE follow_out SET state = ?, since = ? WHERE user_id = ? AND target_id = ? AND state = ?";
        if (tx.update(sql, APPROVED, since, follower.value(), followed.value(), REQUESTED) == 0) {
            return false;
        }
        saveIn(tx, follower, followed, APPROVED, since);
        return true;
    }

    /// Removes a request.
    ///
    /// @return since when it was one; empty if there is none
    Optional<Instant> drop(Tx tx, UserId follower, UserId followed) {
        Optional<Instant> since = tx.findFirst(
                "DELETE FROM follow_out WHERE user_id = ? AND target_id = ? AND state = ? RETURNING since",
                row -> row.instant(1),
                follower.value(),
                followed.value(),
                REQUESTED);
        since.ifPresent(asked -> removeIn(tx, follower, followed));
        return since;
    }

    /// Removes a follow or a request.
    ///
    /// @return since when it was a follow; empty if it was none
    Optional<Instant> end(Tx tx, UserId follower, UserId followed) {
        Optional<Removed> removed = tx.findFirst(
                "DELETE FROM follow_out WHERE user_id = ? AND target_id = ? RETURNING state, since",
                row -> new Removed(row.getInt(1), row.instant(2)),
                follower.value(),
                followed.value());
        removed.ifPresent(row -> removeIn(tx, follower, followed));
        return removed.filter(row -> row.state() == APPROVED).map(Removed::since);
    }

    private record Removed(int state, Instant since) {}

    /// Makes a concurrent follow visible to this transaction, or later ones of the pair wait for its end.
    void lock(Tx tx, UserId follower, UserId followed, Instant now) {
        request(tx, follower, followed, now);
    }

    /// Both directions, and whether `self` has blocked the other user, with one statement. No row of another
    /// user is read.
    FollowRelationship relationship(Tx tx, UserId self, UserId other) {
        return tx.findFirst(
                        """
                        SELECT (SELECT state FROM follow_out WHERE user_id = ? AND target_id = ?),
                               (SELECT state FROM follow_in WHERE user_id = ? AND source_id = ?),
                               (SELECT count(*) FROM user_block WHERE user_id = ? AND target_id = ?)
                        """,
                        row -> new FollowRelationship(
                                state(row.countOrNull(1)), state(row.countOrNull(2)), row.getInt(3) > 0),
                        self.value(),
                        other.value(),
                        self.value(),
                        other.value(),
                        self.value(),
                        other.value())
                .orElse(FollowRelationship.NONE);
    }

    private static FollowState state(@Nullable Integer number) {
        return number == null ? FollowState.NONE : number == APPROVED ? FollowState.FOLLOWING : FollowState.REQUESTED;
    }

    /// When the later one of the two follows of friends began; empty if they are no friends.
    Optional<Instant> friendsSince(Tx tx, UserId user, UserId other) {
        return tx.findFirst("""
                SELECT CASE WHEN o.since > i.since THEN o.since ELSE i.since END FROM follow_out o
                JOIN follow_in i ON i.user_id = o.user_id AND i.source_id = o.target_id AND i.state = o.state
                WHERE o.user_id = ? AND o.target_id = ? AND o.state = ?
                """, row -> row.instant(1), user.value(), other.value(), APPROVED);
    }

    /// Followers or followed users, newest first.
    List<FollowEdge> newest(Tx tx, UserId user, FollowRelation relation, @Nullable FollowPosition after, int max) {
        boolean outgoing = relation == FollowRelation.FOLLOWING || relation == FollowRelation.REQUESTS_SENT;
        boolean approved = relation == FollowRelation.FOLLOWING || relation == FollowRelation.FOLLOWERS;
        String column = outgoing ? "target_id" : "source_id";
        List<Object> values = new ArrayList<>(List.of(user.value(), approved ? APPROVED : REQUESTED));
        String older = "";
        if (after != null) {
            older = " AND (since, " + column + ") < (?, ?)";
            values.add(after.since());
            values.add(after.user());
        }
        values.add(max);
        return tx.query(
                "SELECT " + column + ", since FROM " + (outgoing ? "follow_out" : "follow_in")
                        + " WHERE user_id = ? AND state = ?" + older + " ORDER BY since DESC, " + column
                        + " DESC LIMIT ?",
                FollowStore::relation,
                values);
    }

    /// Follows and requests in both directions.
    long countBoth(Tx tx, UserId user) {
        return tx.findFirst("""
                SELECT (SELECT count(*) FROM follow_out WHERE user_id = ?)
                    + (SELECT count(*) FROM follow_in WHERE user_id = ?)
                """, row -> row.getLong(1), user.value(), user.value())
                .orElse(0L);
    }

    /// Removes follows and requests in both directions, at most `max`. Touches the rows of the other users.
    int removeFirst(Tx tx, UserId user, int max) {
        List<Object[]> out = pairs(
                tx,
                "SELECT user_id, target_id FROM follow_out WHERE user_id = ? ORDER BY target_id LIMIT ?",
                user,
                max);
        List<Object[]> in = pairs(
                tx, "SELECT source_id, user_id FROM follow_in WHERE user_id = ? ORDER BY source_id LIMIT ?", user, max);
        List<Object[]> all = Stream.concat(out.stream(), in.stream()).limit(max).toList();
        tx.updateAll("DELETE FROM follow_out WHERE user_id = ? AND target_id = ?", all);
        tx.updateAll("DELETE FROM follow_in WHERE source_id = ? AND user_id = ?", all);
        return all.size();
    }

    /// Follower and followed user of each relation.
    private static List<Object[]> pairs(Tx tx, String sql, UserId user, int max) {
        return tx.query(sql, row -> new Object[] {row.getLong(1), row.getLong(2)}, user.value(), max);
    }

    /// Users with a pending request to follow `user`, newest first.
    List<FollowEdge> requests(Tx tx, UserId user) {
        return incoming(tx, user, REQUESTED);
    }

    /// Followers of `user`, newest first.
    List<FollowEdge> followers(Tx tx, UserId user) {
        return incoming(tx, user, APPROVED);
    }

    /// Users whom `user` follows, newest first.
    List<FollowEdge> following(Tx tx, UserId user) {
        return tx.query("""
                SELECT target_id, since FROM follow_out WHERE user_id = ? AND state = ?
                ORDER BY since DESC, target_id DESC
                """, FollowStore::relation, user.value(), APPROVED);
    }

    /// Friends of `user`, newest friendship first: it began with the later of the two follows.
    List<FollowEdge> friends(Tx tx, UserId user) {
        return tx.query("""
                SELECT o.target_id, CASE WHEN o.since > i.since THEN o.since ELSE i.since END AS began
                FROM follow_out o
                JOIN follow_in i ON i.user_id = o.user_id AND i.source_id = o.target_id AND i.state = o.state
                WHERE o.user_id = ? AND o.state = ?
                ORDER BY began DESC, o.target_id DESC
                """, FollowStore::relation, user.value(), APPROVED);
    }

    List<FollowEdge> page(Tx tx, UserId user, FollowRelation relation, long after, int max) {
        return switch (relation) {
            case FOLLOWING -> page(tx, "follow_out", "target_id", user, APPROVED, after, max);
            case FOLLOWERS -> page(tx, "follow_in", "source_id", user, APPROVED, after, max);
            case REQUESTS_RECEIVED -> page(tx, "follow_in", "source_id", user, REQUESTED, after, max);
            case REQUESTS_SENT -> page(tx, "follow_out", "target_id", user, REQUESTED, after, max);
        };
    }

    private static List<FollowEdge> page(
            Tx tx, String table, String column, UserId user, int state, long after, int max) {
        return tx.query(
                "SELECT " + column + ", since FROM " + table + " WHERE user_id = ? AND state = ? AND " + column
                        + " > ? ORDER BY " + column + " LIMIT ?",
                FollowStore::relation,
                user.value(),
                state,
                after,
                max);
    }

    List<FollowEdge> friends(Tx tx, UserId user, long after, int max) {
        return tx.query("""
                SELECT o.target_id, CASE WHEN o.since > i.since THEN o.since ELSE i.since END
                FROM follow_out o
                JOIN follow_in i ON i.user_id = o.user_id AND i.source_id = o.target_id AND i.state = o.state
                WHERE o.user_id = ? AND o.state = ? AND o.target_id > ?
                ORDER BY o.target_id LIMIT ?
                """, FollowStore::relation, user.value(), APPROVED, after, max);
    }

    private static List<FollowEdge> incoming(Tx tx, UserId user, int state) {
        return tx.query("""
                SELECT source_id, since FROM follow_in WHERE user_id = ? AND state = ?
                ORDER BY since DESC, source_id DESC
                """, FollowStore::relation, user.value(), state);
    }

    private static void saveIn(Tx tx, UserId follower, UserId followed, int state, Instant since) {
        tx.update("""
                INSERT INTO follow_in (user_id, source_id, state, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, source_id) DO UPDATE SET state = excluded.state, since = excluded.since
                """, followed.value(), follower.value(), state, since);
    }

    private static void removeIn(Tx tx, UserId follower, UserId followed) {
        tx.update("DELETE FROM follow_in WHERE user_id = ? AND source_id = ?", followed.value(), follower.value());
    }

    private static FollowEdge relation(Row row) {
        return new FollowEdge(new UserId(row.getLong(1)), row.instant(2));
    }
}
