package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users whom users have blocked. A blocked user does not follow, and further requests to follow have no
/// effect. The blocked user gets no notice (`docs/security.md#visibility`).
public final class Blocks {

    /// The highest number of users whom one user may block (`docs/security.md#quotas`).
    static final int MAX_BLOCKS = 10_000;

    private final Database database;
    private final InstantSource clock;
    private final BlockStore store = new BlockStore();
    private final FollowStore follows = new FollowStore();
    private final EndedFollowStore ended = new EndedFollowStore();

    public Blocks(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Blocks a user: follows and requests in both directions end.
    ///
    /// @return false if the user was blocked before
    /// @throws ProblemException with [Problem.NotAllowed] for oneself, with [Problem.TooMany] above the limit
    public boolean block(Account self, UserId other) {
        if (self.id().equals(other)) {
            throw new ProblemException(new Problem.NotAllowed("you cannot block yourself"));
        }
        Instant now = clock.instant();
        return database.write(tx -> block(tx, self.id(), other, now));
    }

    private boolean block(Tx tx, UserId self, UserId other, Instant now) {
        if (store.count(tx, self) >= MAX_BLOCKS) {
            throw new ProblemException(new Problem.TooMany(MAX_BLOCKS, "blocked users"));
        }
        boolean added = store.add(tx, self, other, now);
        // A concurrent follow has written its row before this one, or it checks the block after writing it.
        for (List<UserId> pair : List.of(List.of(self, other), List.of(other, self))) {
            follows.lock(tx, pair.getFirst(), pair.getLast(), now);
            follows.end(tx, pair.getFirst(), pair.getLast());
        }
        ended.clear(tx, self, other);
        return added;
    }

    /// Ends a block. Follows that it has ended stay ended.
    ///
    /// @return false if there was none
    public boolean unblock(Account self, UserId other) {
        return database.write(tx -> store.remove(tx, self.id(), other));
    }

    /// Whether `user` has blocked `other`.
    public boolean isBlocked(UserId user, UserId other) {
        return database.read(tx -> store.isBlocked(tx, user, other));
    }

    /// The users whom the owner of a profile has blocked, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<FollowEdge> page(ProfileView self, @Nullable FollowEdge after, int max) {
        long user = after == null ? 0 : after.userId().value();
        return database.read(tx -> store.page(tx, self.ownerAlone(), user, max));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(new PairEraser("user_block", "target_id"), new PairEraser("ended_follow", "target_id"));
    }
}
