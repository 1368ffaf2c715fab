package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1VisibleUsers;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.social.FollowOutcome;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import org.jspecify.annotations.Nullable;

/// `friends/*`: friendship as it existed before following; each method maps to the network
/// (`docs/spec/v1/deprecated.md`).
public final class FriendsMethods {

    private final Accounts accounts;
    private final ProfileAccess access;
    private final Follows follows;
    private final V1VisibleUsers visibleUsers;

    public FriendsMethods(Accounts accounts, ProfileAccess access, Follows follows, V1VisibleUsers visibleUsers) {
        this.accounts = accounts;
        this.access = access;
        this.follows = follows;
        this.visibleUsers = visibleUsers;
    }

    public void declare(ApiMethodTable v1) {
        v1.withTrait(MethodTrait.COMMENTING).post("/friends/add/{apikey}", SIGNED_IN, OWN, FriendBody.class, this::add);
        v1.readOnly().post("/friends/all/{apikey}", SIGNED_IN, OWN, this::all);
        v1.post("/friends/approve/{apikey}", SIGNED_IN, OWN, FriendBody.class, this::approve);
        v1.post("/friends/delete/{apikey}", SIGNED_IN, OWN, FriendBody.class, this::delete);
        v1.post("/friends/deny/{apikey}", SIGNED_IN, OWN, FriendBody.class, this::deny);
        v1.readOnly().post("/friends/requests/{apikey}", SIGNED_IN, OWN, this::requests);
    }

    /// The other user in a request.
    record FriendBody(@Nullable LenientValue friend) {}

    // POST friends/add

    private Response add(Call<FriendBody> call) {
        Account friend = requiredUser(call);
        FollowOutcome existing = follows.follow(call.account(), friend);
        return V1Responses.success(
                existing == FollowOutcome.REQUESTED
                        ? "friend request sent to " + friend.name()
                        : "following " + friend.name());
    }

    // POST friends/all

    private Response all(Call<NoBody> call) {
        return visibleUsers.relations(call, follows.friends(access.self(call.account())), "approved");
    }

    // POST friends/approve

    private Response approve(Call<FriendBody> call) {
        Account requester = requiredUser(call);
        follows.approveAndFollow(call.account(), requester);
        return V1Responses.success("approved " + requester.name());
    }

    // POST friends/delete

    private Response delete(Call<FriendBody> call) {
        Account friend = requiredUser(call);
        follows.removeBoth(call.account(), friend.id());
        return V1Responses.success(friend.name() + " deleted");
    }

    // POST friends/deny

    private Response deny(Call<FriendBody> call) {
        Account requester = requiredUser(call);
        follows.deny(call.account(), requester.id());
        return V1Responses.success("denied " + requester.name());
    }

    // POST friends/requests

    private Response requests(Call<NoBody> call) {
        return visibleUsers.relations(call, follows.requests(call.account()), "requested");
    }

    private Account requiredUser(Call<FriendBody> call) {
        return accounts.get(V1Values.text(call.body().friend())
                .orElseThrow(() -> new ProblemException(new Problem.Missing("friend"))));
    }
}
