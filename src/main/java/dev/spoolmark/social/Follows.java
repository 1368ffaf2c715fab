package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows between users. A public user is followed at once, a protected one after approval; two users who
/// follow each other are friends (`docs/spec/v1/network.md`).
public final class Follows {

    /// The highest number of users whom one user may follow or request to follow (`docs/security.md#quotas`).
    static final int MAX_FOLLOWS = 10_000;

    /// How long the end of a follow can be undone.
    private static final Duration UNDO = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final FollowStore store = new FollowStore();
    private final EndedFollowStore ended = new EndedFollowStore();
    private final BlockStore blocks = new BlockStore();

    public Follows(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// `self` follows `target`, or requests to. Repeating it changes nothing, unless `target` has become
    /// public. If `target` has blocked `self`, nothing happens and the result is that of a request.
    public FollowOutcome follow(Account self, Account target) {
        if (self.id().equals(target.id())) {
            throw new ProblemException(new Problem.NotAllowed("you cannot follow yourself"));
        }
        Instant now = clock.instant();
        return database.write(tx -> follow(tx, self.id(), target, now));
    }

    /// Approves the request of `requester` to follow `self`. Throws if there is none.
    public void approve(Account self, UserId requester) {
        Instant now = clock.instant();
        database.write(tx -> grant(tx, self, requester, now));
    }

    /// As [#approve]; `self` also follows back or requests to, in the same transaction.
    public FollowOutcome approveAndFollow(Account self, Account requester) {
        Instant now = clock.instant();
        return database.write(tx -> {
            grant(tx, self, requester.id(), now);
            return follow(tx, self.id(), requester, now);
        });
    }

    /// Removes the request of `requester`, who is not notified. Throws if there is none. It can be undone for 10
    /// minutes.
    public void deny(Account self, UserId requester) {
        Instant now = clock.instant();
        database.write(tx -> {
            ended.clear(tx, self.id(), requester);
            Optional<Instant> since = store.drop(tx, requester, self.id());
            since.ifPresent(asked -> ended.saveRequest(tx, self.id(), requester, asked, now));
            return requireRequest(since.isPresent());
        });
    }

    /// Undoes [#deny]: the request is as old as it was.
    ///
    /// @return false if it is too late, if the requester has asked again or gone back on it meanwhile, or if one
    /// of the two has blocked the other
    public boolean restoreRequest(Account self, UserId requester) {
        Instant earliest = clock.instant().minus(UNDO);
        return database.write(tx -> {
            Optional<Instant> since = ended.claimRequest(tx, self.id(), requester, earliest);
            since.ifPresent(asked -> store.request(tx, requester, self.id(), asked));
            return since.isPresent() && !endIfBlocked(tx, requester, self.id());
        });
    }

    /// Removes a follow or a request. Does nothing if there is none. The end of a follow can be undone for 10
    /// minutes.
    ///
    /// @return whether it was a follow
    public boolean unfollow(Account self, UserId target) {
        Instant now = clock.instant();
        return database.write(tx -> {
            Optional<Instant> since = store.end(tx, self.id(), target);
            ended.clearRequest(tx, target, self.id());
            since.ifPresent(began -> ended.save(tx, self.id(), target, false, began, now));
            return since.isPresent();
        });
    }

    /// Ends that `follower` follows `self`, which can be undone for 10 minutes. The follower is not notified.
    ///
    /// @return whether it was a follow
    public boolean removeFollower(Account self, UserId follower) {
        Instant now = clock.instant();
        return database.write(tx -> {
            Optional<Instant> since = store.end(tx, follower, self.id());
            since.ifPresent(began -> {
                ended.clear(tx, self.id(), follower);
                ended.save(tx, self.id(), follower, true, began, now);
            });
            return since.isPresent();
        });
    }

    /// Undoes [#unfollow]: the follow continues with its former beginning.
    ///
    /// @return false if it is too late, or if `target` has decided otherwise meanwhile
    public boolean restoreFollowing(Account self, UserId target) {
        return restore(self.id(), target, false);
    }

    /// Undoes [#removeFollower].
    ///
    /// @return false if it is too late, or if one of the two has blocked the other meanwhile
    public boolean restoreFollower(Account self, UserId follower) {
        return restore(self.id(), follower, true);
    }

    private boolean restore(UserId self, UserId other, boolean incoming) {
        Instant earliest = clock.instant().minus(UNDO);
        return database.write(tx -> {
            Optional<Instant> since = ended.claim(tx, self, other, incoming, earliest);
            if (since.isEmpty()) {
                return false;
            }
            UserId follower = incoming ? other : self;
            UserId followed = incoming ? self : other;
            store.approve(tx, follower, followed, since.get());
            return !endIfBlocked(tx, follower, followed);
        });
    }

    /// Deletes what can no longer be undone.
    public void purgeEnded() {
        Instant earliest = clock.instant().minus(UNDO);
        database.write(tx -> ended.purge(tx, earliest));
    }

    /// How `self` is connected with another user.
    public FollowRelationship relationship(UserId self, UserId other) {
        return database.read(tx -> store.relationship(tx, self, other));
    }

    /// When two users became friends; empty if they are none.
    public Optional<Instant> friendsSince(Tx tx, UserId one, UserId other) {
        return store.friendsSince(tx, one, other);
    }

    /// The followers of the owner of a profile, or the users whom the owner follows, newest first.
    ///
    /// @param relation for requests, the profile has to be that of the viewer
    /// @param after where the last page ended
    public FollowPage newest(ProfileView profile, FollowRelation relation, Optional<FollowPosition> after, int size) {
        UserId user = relation == FollowRelation.FOLLOWERS || relation == FollowRelation.FOLLOWING
                ? profile.owner()
                : profile.ownerAlone();
        return FollowPage.of(database.read(tx -> store.newest(tx, user, relation, after.orElse(null), size + 1)), size);
    }

    /// Removes follows and requests in both directions.
    public void removeBoth(Account self, UserId other) {
        database.write(tx -> unfollow(tx, self.id(), other) && unfollow(tx, other, self.id()));
    }

    /// Pending requests to follow `self`, newest first.
    public List<FollowEdge> requests(Account self) {
        return database.read(tx -> store.requests(tx, self.id()));
    }

    /// Followers of a profile, newest first.
    public List<FollowEdge> followers(ProfileView profile) {
        return database.read(tx -> store.followers(tx, profile.owner()));
    }

    /// Users whom the owner of a profile follows, newest first.
    public List<FollowEdge> following(ProfileView profile) {
        return database.read(tx -> store.following(tx, profile.owner()));
    }

    /// Friends of the owner of a profile, newest friendship first.
    public List<FollowEdge> friends(ProfileView profile) {
        return database.read(tx -> store.friends(tx, profile.owner()));
    }

    /// Friends of the viewer; empty without sign-in.
    public Set<UserId> friendsOf(Viewer viewer) {
        UserId self = viewer.id();
        return self == null
                ? Set.of()
                : database.read(tx -> store.friends(tx, self)).stream()
                        .map(FollowEdge::userId)
                        .collect(Collectors.toSet());
    }

    /// Makes two users friends without approval, for users who are set up together.
    public void followEachOther(Account one, Account other) {
        Instant now = clock.instant();
        database.write(tx -> {
            store.approve(tx, one.id(), other.id(), now);
            store.approve(tx, other.id(), one.id(), now);
            return true;
        });
    }

    private FollowOutcome follow(Tx tx, UserId self, Account target, Instant now) {
        if (store.isApproved(tx, self, target.id())) {
            return FollowOutcome.FOLLOWING;
        }
        if (store.count(tx, self) >= MAX_FOLLOWS) {
            throw new ProblemException(
                    new Problem.NotAllowed("you cannot follow more than " + MAX_FOLLOWS + " people"));
        }
        ended.clearRequest(tx, target.id(), self);
        if (target.isProtected()) {
            store.request(tx, self, target.id(), now);
            endIfBlocked(tx, self, target.id());
            return FollowOutcome.REQUESTED;
        }
        store.approve(tx, self, target.id(), now);
        return endIfBlocked(tx, self, target.id()) ? FollowOutcome.REQUESTED : FollowOutcome.FOLLOWING;
    }

    /// After a follow was written: of a concurrent block, one of the two sees the other.
    private boolean endIfBlocked(Tx tx, UserId follower, UserId followed) {
        boolean isBlocked = blocks.isBlocked(tx, followed, follower) || blocks.isBlocked(tx, follower, followed);
        if (isBlocked) {
            store.end(tx, follower, followed);
        }
        return isBlocked;
    }

    private boolean grant(Tx tx, Account self, UserId requester, Instant now) {
        return requireRequest(store.grant(tx, requester, self.id(), now));
    }

    private boolean unfollow(Tx tx, UserId follower, UserId followed) {
        store.end(tx, follower, followed);
        return true;
    }

    private static boolean requireRequest(boolean found) {
        if (!found) {
            throw new ProblemException(new Problem.NotFound("request"));
        }
        return true;
    }

    /// The users with a relation to the owner of a profile, by id. Only the owner can read them, since requests
    /// are among them.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<FollowEdge> page(ProfileView self, FollowRelation relation, @Nullable FollowEdge after, int max) {
        long user = after == null ? 0 : after.userId().value();
        return database.read(tx -> store.page(tx, self.ownerAlone(), relation, user, max));
    }

    /// The friends of the owner of a profile, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<FollowEdge> friends(ProfileView profile, @Nullable FollowEdge after, int max) {
        long user = after == null ? 0 : after.userId().value();
        return database.read(tx -> store.friends(tx, profile.owner(), user, max));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(new FollowEraser());
    }
}
