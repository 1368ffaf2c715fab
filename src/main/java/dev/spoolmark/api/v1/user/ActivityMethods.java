package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;

import dev.spoolmark.account.UserId;
import dev.spoolmark.api.v1.V1Activity;
import dev.spoolmark.api.v1.V1ActivityFilter;
import dev.spoolmark.api.v1.V1ActivityTargets;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.feed.ItemFilter;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.Viewer;
import java.util.ArrayList;
import java.util.List;

/// `activity/*`: activity of all users, of friends, and about items.
public final class ActivityMethods {

    private final Feed feed;
    private final ProfileAccess access;
    private final Follows follows;
    private final V1ActivityTargets targets;
    private final V1Activity activity;

    public ActivityMethods(
            Feed feed, ProfileAccess access, Follows follows, V1ActivityTargets targets, V1Activity activity) {
        this.feed = feed;
        this.access = access;
        this.follows = follows;
        this.targets = targets;
        this.activity = activity;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/activity/community.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                NONE,
                MANY_USERS,
                this::community);
        v1.get(
                "/activity/episodes.json/{apikey}/{title}/{season}/{episode}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY_USERS,
                call -> about(call, targets.episodes(call, Viewer.of(call.caller()))));
        v1.get(
                "/activity/friends.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY_USERS,
                call -> of(call, friends(call)));
        v1.get(
                "/activity/movies.json/{apikey}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY_USERS,
                call -> about(call, targets.movies(call, Viewer.of(call.caller()))));
        v1.get(
                "/activity/seasons.json/{apikey}/{title}/{season}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY_USERS,
                call -> about(call, targets.seasons(call, Viewer.of(call.caller()))));
        v1.get(
                "/activity/shows.json/{apikey}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY_USERS,
                call -> about(call, targets.shows(call, Viewer.of(call.caller()))));
        declareExtras(v1.withTrait(MethodTrait.UNDOCUMENTED));
    }

    private void declareExtras(ApiMethodTable v1) {
        v1.get(
                "/activity/friendsme.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY_USERS,
                call -> of(call, friendsAndSelf(call)));
        v1.get(
                "/activity/following.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY_USERS,
                call -> of(call, users(follows.following(access.self(call.account())))));
        v1.get(
                "/activity/followers.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY_USERS,
                call -> of(call, users(follows.followers(access.self(call.account())))));
    }

    // GET activity/community

    private Response community(Call<NoBody> call) {
        return activity.response(call, feed.everybody(Viewer.ANONYMOUS, V1ActivityFilter.of(call)));
    }

    // GET activity/friends, friendsme, following, followers

    private Response of(Call<NoBody> call, List<UserId> users) {
        return activity.response(call, feed.of(users, Viewer.of(call.caller()), V1ActivityFilter.of(call)));
    }

    private List<UserId> friends(Call<NoBody> call) {
        return users(follows.friends(access.self(call.account())));
    }

    private List<UserId> friendsAndSelf(Call<NoBody> call) {
        List<UserId> users = new ArrayList<>(friends(call));
        users.add(call.userId());
        return users;
    }

    private static List<UserId> users(List<FollowEdge> relations) {
        return relations.stream().map(FollowEdge::userId).toList();
    }

    // GET activity/movies, shows, seasons, episodes

    private Response about(Call<NoBody> call, ItemFilter items) {
        return activity.response(call, feed.everybody(Viewer.of(call.caller()), V1ActivityFilter.of(call, items)));
    }
}
