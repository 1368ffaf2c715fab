package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Plays;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.api.v1.model.V1UserStats;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.stats.UserCounts;
import dev.spoolmark.stats.UserStatistics;
import java.util.EnumSet;
import java.util.List;

/// `user/profile`: the profile of a user, counts of their data, and their last plays.
public final class UserProfileMethods {

    private static final int MAX_RECENT = 10;

    private final V1UserLookup users;
    private final UserStatistics stats;
    private final PlayHistory plays;
    private final V1Plays rendering;
    private final UserWatchingMethods watching;

    public UserProfileMethods(
            V1UserLookup users,
            UserStatistics stats,
            PlayHistory plays,
            V1Plays rendering,
            UserWatchingMethods watching) {
        this.users = users;
        this.stats = stats;
        this.plays = plays;
        this.rendering = rendering;
        this.watching = watching;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/profile.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::profile);
    }

    // GET user/profile

    private Response profile(Call<NoBody> call) {
        Account account = users.user(call);
        V1Links links = new V1Links(call.base());
        return V1Responses.ok(users.view(call, account)
                .map(profile -> full(call, profile, links))
                .orElseGet(() -> hidden(account, links)));
    }

    /// Old clients detect it by `status`, and read the rest like any other profile
    /// (`docs/spec/v1/conventions.md#protected-users`).
    private static JsonObject hidden(Account account, V1Links links) {
        return V1User.putProtected(V1User.reduced(account, links), account)
                .put("stats", V1UserStats.of(UserCounts.NONE))
                .put("watching", List.of())
                .put("watched", List.of());
    }

    private JsonObject full(Call<NoBody> call, ProfileView profile, V1Links links) {
        return V1User.full(profile.account(), links)
                .put(
                        "stats",
                        V1UserStats.of(profile.shows(ProfileSection.PROGRESS) ? stats.of(profile) : UserCounts.NONE))
                .put("watching", watching.of(profile, links))
                .put("watched", rendering.of(recent(profile), call.caller(), links));
    }

    private List<Play> recent(ProfileView profile) {
        return profile.shows(ProfileSection.HISTORY)
                ? plays.recent(
                        profile, EnumSet.of(Kind.MOVIE, Kind.EPISODE), EnumSet.allOf(PlayAction.class), MAX_RECENT)
                : List.of();
    }
}
