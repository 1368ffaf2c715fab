package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.MANY_USERS;

import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.V1VisibleUsers;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.function.Function;

/// `user/network/*`: the users that a user follows, and the followers. Each of them is checked for visibility
/// separately.
public final class UserNetworkMethods {

    private final V1UserLookup users;
    private final Follows follows;
    private final V1VisibleUsers visibleUsers;

    public UserNetworkMethods(V1UserLookup users, Follows follows, V1VisibleUsers visibleUsers) {
        this.users = users;
        this.follows = follows;
        this.visibleUsers = visibleUsers;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/user/network/followers.json/{apikey}/{username}",
                OPTIONAL,
                MANY_USERS,
                call -> response(call, follows::followers));
        v1.get(
                "/user/network/following.json/{apikey}/{username}",
                OPTIONAL,
                MANY_USERS,
                call -> response(call, follows::following));
        v1.get(
                "/user/network/friends.json/{apikey}/{username}",
                OPTIONAL,
                MANY_USERS,
                call -> response(call, follows::friends));
    }

    private Response response(Call<NoBody> call, Function<ProfileView, List<FollowEdge>> edges) {
        return visibleUsers.relations(call, users.view(call).map(edges).orElse(List.of()), "since");
    }
}
