package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Plays;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `user/watched/*`: the last plays of one user, in the form of 2011. Items that were marked as seen are not
/// included.
public final class UserWatchedMethods {

    private static final int MAX_PLAYS = 100;
    private static final Set<PlayAction> REPORTED_ACTIONS = EnumSet.of(PlayAction.SCROBBLE, PlayAction.CHECKIN);

    private final V1UserLookup users;
    private final PlayHistory plays;
    private final V1Plays rendering;

    public UserWatchedMethods(V1UserLookup users, PlayHistory plays, V1Plays rendering) {
        this.users = users;
        this.plays = plays;
        this.rendering = rendering;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/user/watched.json/{apikey}/{username}",
                OPTIONAL,
                ONE_USER,
                call -> recent(call, EnumSet.of(Kind.MOVIE, Kind.EPISODE)));
        v1.get(
                "/user/watched/episodes.json/{apikey}/{username}",
                OPTIONAL,
                ONE_USER,
                call -> recent(call, EnumSet.of(Kind.EPISODE)));
        v1.get(
                "/user/watched/movies.json/{apikey}/{username}",
                OPTIONAL,
                ONE_USER,
                call -> recent(call, EnumSet.of(Kind.MOVIE)));
    }

    private Response recent(Call<NoBody> call, Set<Kind> kinds) {
        List<Play> recent = users.view(call, ProfileSection.HISTORY)
                .map(profile -> plays.recent(profile, kinds, REPORTED_ACTIONS, MAX_PLAYS))
                .orElse(List.of());
        return V1Responses.ok(rendering.of(recent, call.caller(), new V1Links(call.base())));
    }
}
