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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Follows between users. A public user is followed at once, a protected one after approval; two users who
/// follow each other are friends (`docs/spec/v1/network.md`).
public final class Follows {

    /// The highest number of users whom one user may follow or request to follow (`docs/security.md#quotas`).
    static final int MAX_FOLLOWS = 10_000;

    private final Database database;
    private final InstantSource clock;
    private final FollowStore store = new FollowStore();

    public Follows(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// `self` follows `target`, or requests to. Repeating it changes nothing, unless `target` has become
    /// public.
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

    /// Removes the request of `requester`, who is not notified. Throws if there is none.
    public void deny(Account self, UserId requester) {
        database.write(tx -> requireRequest(store.drop(tx, requester, self.id())));
    }

    /// Removes a follow or a request. Does nothing if there is none.
    public void unfollow(Account self, UserId target) {
        database.write(tx -> unfollow(tx, self.id(), target));
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
        if (target.isProtected()) {
            store.request(tx, self, target.id(), now);
            return FollowOutcome.REQUESTED;
        }
        store.approve(tx, self, target.id(), now);
        return FollowOutcome.FOLLOWING;
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

    /// The users with a relation to the owner of a profile, by id. Only the owner can read them, since requests are
    /// among them.
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
