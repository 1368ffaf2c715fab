package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Activity;
import dev.spoolmark.api.v1.V1ActivityFilter;
import dev.spoolmark.api.v1.V1ActivityTargets;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.feed.FeedFilter;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.Viewer;
import java.util.List;

/// `activity/user` and its sub-paths: activity of one user; empty if the caller may not see the user.
public final class ActivityUserMethods {

    private final V1UserLookup users;
    private final Feed feed;
    private final V1ActivityTargets targets;
    private final V1Activity activity;

    public ActivityUserMethods(V1UserLookup users, Feed feed, V1ActivityTargets targets, V1Activity activity) {
        this.users = users;
        this.feed = feed;
        this.targets = targets;
        this.activity = activity;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/activity/user.json/{apikey}/{username}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                ONE_USER,
                call -> respond(call, V1ActivityFilter.of(call)));
        v1.get(
                "/activity/user/episodes.json/{apikey}/{username}/{title}/{season}/{episode}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                ONE_USER,
                call -> respond(call, V1ActivityFilter.of(call, targets.episodes(call, reader(call)))));
        v1.get(
                "/activity/user/movies.json/{apikey}/{username}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                ONE_USER,
                call -> respond(call, V1ActivityFilter.of(call, targets.movies(call, reader(call)))));
        v1.get(
                "/activity/user/seasons.json/{apikey}/{username}/{title}/{season}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                ONE_USER,
                call -> respond(call, V1ActivityFilter.of(call, targets.seasons(call, reader(call)))));
        v1.get(
                "/activity/user/shows.json/{apikey}/{username}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                ONE_USER,
                call -> respond(call, V1ActivityFilter.of(call, targets.shows(call, reader(call)))));
    }

    /// A caller who may see the activity of a user may name all items in it.
    private Viewer reader(Call<NoBody> call) {
        return users.view(call, ProfileSection.ACTIVITY)
                .map(profile -> new Viewer(profile.owner()))
                .orElse(Viewer.of(call.caller()));
    }

    private Response respond(Call<NoBody> call, FeedFilter filter) {
        Account account = users.user(call);
        return V1Responses.ok(users.view(call, account)
                .filter(profile -> profile.shows(ProfileSection.ACTIVITY))
                .map(profile -> activity.object(call, feed.of(profile, Viewer.of(call.caller()), filter)))
                .orElseGet(() -> V1User.putProtected(activity.object(call, List.of()), account)));
    }
}
