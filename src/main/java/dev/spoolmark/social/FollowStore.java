package dev.spoolmark.social;

import dev.spoolmark.account.UserId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Gatherers;

/// Keeps who follows whom, under each of the two.
final class FollowStore {

    private static final int APPROVED = 2;

    private static final int CHUNK = 500;

    boolean isApproved(Tx tx, UserId follower, UserId followed) {
        return tx.first(
                        "SELECT state FROM follow_out WHERE user_id = ? AND target_id = ?",
                        row -> row.count(1) == APPROVED,
                        follower.value(),
                        followed.value())
                .orElse(false);
    }

    /// Which of these people `follower` follows with their approval.
    Set<UserId> approvedAmong(Tx tx, UserId follower, Collection<UserId> people) {
        Set<UserId> approved = new HashSet<>();
        people.stream()
                .map(UserId::value)
                .distinct()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some -> tx.each(
                        "SELECT target_id FROM follow_out WHERE user_id = ? AND state = ? AND target_id IN ("
                                + Tx.marks(some.size()) + ") ORDER BY target_id",
                        row -> approved.add(new UserId(row.number(1))),
                        follower.value(),
                        APPROVED,
                        Tx.padded(some)));
        return approved;
    }

    /// A follow that already stands keeps its beginning.
    void approve(Tx tx, UserId follower, UserId followed, Instant since) {
        tx.update("""
                INSERT INTO follow_out (user_id, target_id, state, since) VALUES (?, ?, 2, ?)
                ON CONFLICT (user_id, target_id) DO UPDATE SET state = 2
                """, follower.value(), followed.value(), since);
        tx.update("""
                INSERT INTO follow_in (user_id, source_id, state, since) VALUES (?, ?, 2, ?)
                ON CONFLICT (user_id, source_id) DO UPDATE SET state = 2
                """, followed.value(), follower.value(), since);
    }
}
