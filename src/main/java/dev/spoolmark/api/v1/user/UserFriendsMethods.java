package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Plays;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.V1VisibleUsers;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileView;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// `user/friends`: the friends of one user, with what each is watching now and watched last
/// (`docs/spec/v1/deprecated.md#userfriends`). For a friend who is protected from the caller, only the name.
public final class UserFriendsMethods {

    private static final int MAX_RECENT = 10;

    private final V1UserLookup users;
    private final Follows follows;
    private final V1VisibleUsers visibleUsers;
    private final UserWatchingMethods watching;
    private final PlayHistory plays;
    private final V1Plays rendering;

    public UserFriendsMethods(
            V1UserLookup users,
            Follows follows,
            V1VisibleUsers visibleUsers,
            UserWatchingMethods watching,
            PlayHistory plays,
            V1Plays rendering) {
        this.users = users;
        this.follows = follows;
        this.visibleUsers = visibleUsers;
        this.watching = watching;
        this.plays = plays;
        this.rendering = rendering;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/friends.json/{apikey}/{username}/{extended?}", OPTIONAL, MANY_USERS, this::friends);
    }

    private Response friends(Call<NoBody> call) {
        List<FollowEdge> friends = users.view(call).map(follows::friends).orElse(List.of());
        return StreamedJsonArray.array(friends, page -> {
            V1VisibleUsers.Page found =
                    visibleUsers.of(call, page.stream().map(FollowEdge::userId).toList());
            return page.stream()
                    .flatMap(friend -> found
                            .user(friend.userId())
                            .map(face -> withActivity(
                                    call,
                                    face,
                                    Optional.ofNullable(found.views().get(friend.userId()))))
                            .stream())
                    .toList();
        });
    }

    private JsonObject withActivity(Call<NoBody> call, JsonObject face, Optional<ProfileView> profile) {
        V1Links links = new V1Links(call.base());
        face.put(
                        "watching",
                        profile.<Object>map(friend -> watching.of(friend, links))
                                .orElse(List.of()))
                .put("watched", watched(call, profile, EnumSet.of(Kind.MOVIE, Kind.EPISODE), links));
        if (call.argument("extended").isPresent()) {
            face.put("watched_movies", watched(call, profile, EnumSet.of(Kind.MOVIE), links))
                    .put("watched_episodes", watched(call, profile, EnumSet.of(Kind.EPISODE), links));
        }
        return face;
    }

    private List<JsonObject> watched(
            Call<NoBody> call, Optional<ProfileView> profile, EnumSet<Kind> kinds, V1Links links) {
        List<Play> recent = profile.filter(friend -> friend.shows(ProfileSection.HISTORY))
                .map(friend -> plays.recent(friend, kinds, EnumSet.allOf(PlayAction.class), MAX_RECENT))
                .orElse(List.of());
        return rendering.of(recent, call.caller(), links);
    }
}
