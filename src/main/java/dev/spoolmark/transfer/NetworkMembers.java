package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.UserId;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.Blocks;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.FollowRelation;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// The members about the user and about other users: `user-profile`, `user-settings`, `network-*`.
final class NetworkMembers {

    private final Accounts accounts;
    private final Follows follows;
    private final Blocks blocks;
    private final ProfileView self;

    NetworkMembers(ExportSources sources, ProfileView self) {
        this.accounts = sources.accounts();
        this.follows = sources.follows();
        this.blocks = sources.blocks();
        this.self = self;
    }

    void writeUser(ExportArchive archive) {
        Account account = self.account();
        Profile profile = account.profile();
        Gender gender = profile.gender();
        Preferences preferences = account.preferences();
        archive.object(
                "user-profile",
                UserObjects.user(account)
                        .put("joined_at", ExportTime.of(account.joined()))
                        .putNullable("location", profile.location())
                        .putNullable("about", profile.about())
                        .putNullable("gender", gender == null ? null : gender.key())
                        .putNullable("age", profile.age()));
        archive.object(
                "user-settings",
                new JsonObject()
                        .put("user", UserObjects.user(account).putNullable("email", account.email()))
                        .put(
                                "account",
                                new JsonObject()
                                        .put("timezone", preferences.timeZone().getId())
                                        .put("time_24hr", preferences.clock24Hours())));
    }

    void writeNetwork(ExportArchive archive) {
        edges(
                archive,
                "network-followers-requests",
                FollowRelation.REQUESTS_RECEIVED,
                (edge, user) -> new JsonObject()
                        .put("requested_at", ExportTime.of(edge.since()))
                        .put("user", user));
        edges(archive, "network-followers", FollowRelation.FOLLOWERS, since("followed_at"));
        edges(archive, "network-following", FollowRelation.FOLLOWING, since("followed_at"));
        archive.<FollowEdge>array(
                "network-friends",
                (after, max) -> follows.friends(self, after, max),
                rows -> users(rows, since("friends_at")));
    }

    /// The users whom the user has asked to follow, for which the layout has no member.
    Iterable<JsonObject> requestsSent() {
        return PageReader.<FollowEdge, JsonObject>all(
                (after, max) -> follows.page(self, FollowRelation.REQUESTS_SENT, after, max),
                ExportArchive.PAGE_SIZE,
                rows -> users(rows, since("requested_at")));
    }

    /// The users whom the user has blocked.
    Iterable<JsonObject> blocked() {
        return PageReader.<FollowEdge, JsonObject>all(
                (after, max) -> blocks.page(self, after, max),
                ExportArchive.PAGE_SIZE,
                rows -> users(rows, since("blocked_at")));
    }

    private void edges(
            ExportArchive archive,
            String name,
            FollowRelation relation,
            BiFunction<FollowEdge, JsonObject, JsonObject> render) {
        archive.<FollowEdge>array(
                name, (after, max) -> follows.page(self, relation, after, max), rows -> users(rows, render));
    }

    private static BiFunction<FollowEdge, JsonObject, JsonObject> since(String name) {
        return (edge, user) ->
                new JsonObject().put(name, ExportTime.of(edge.since())).put("user", user);
    }

    /// Disabled users are left out.
    private List<JsonObject> users(List<FollowEdge> rows, BiFunction<FollowEdge, JsonObject, JsonObject> render) {
        Map<UserId, Account> found =
                accounts.all(rows.stream().map(FollowEdge::userId).toList());
        return rows.stream()
                .flatMap(edge -> Stream.ofNullable(found.get(edge.userId()))
                        .map(account -> render.apply(edge, UserObjects.other(account))))
                .toList();
    }
}
