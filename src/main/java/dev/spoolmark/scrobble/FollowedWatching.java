package dev.spoolmark.scrobble;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.FollowRelation;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the users whom a user follows are watching now, as far as they let the user see it.
public final class FollowedWatching {

    /// Followed users at most, of whom those of the newest follows are taken.
    private static final int MAX_USERS = 500;

    private static final int MAX_WATCHING = 50;

    private final Database database;
    private final Follows follows;
    private final Accounts accounts;
    private final ProfileAccess access;
    private final InstantSource clock;
    private final NowWatchingStore store = new NowWatchingStore();

    public FollowedWatching(
            Database database, Follows follows, Accounts accounts, ProfileAccess access, InstantSource clock) {
        this.database = database;
        this.follows = follows;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /// Those who have begun last come first.
    public List<WatchingUser> of(Account self) {
        List<UserId> followed =
                follows
                        .newest(access.self(self), FollowRelation.FOLLOWING, Optional.empty(), MAX_USERS)
                        .edges()
                        .stream()
                        .map(FollowEdge::userId)
                        .toList();
        if (followed.isEmpty()) {
            return List.of();
        }
        List<NowWatchingStore.OfUser> found =
                database.read(tx -> store.ofUsers(tx, followed, clock.instant(), MAX_WATCHING));
        Map<UserId, ProfileView> seen = access.viewOf(
                Viewer.of(self),
                accounts.all(found.stream().map(NowWatchingStore.OfUser::user).toList())
                        .values());
        return found.stream()
                .flatMap(row -> Stream.ofNullable(seen.get(row.user()))
                        .filter(profile -> profile.shows(ProfileSection.WATCHING))
                        .map(profile -> new WatchingUser(profile.account(), row.watching())))
                .toList();
    }
}
