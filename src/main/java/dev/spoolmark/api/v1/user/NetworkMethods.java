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
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.FollowOutcome;
import dev.spoolmark.social.Follows;
import org.jspecify.annotations.Nullable;

/// `network/*`: following, and follow requests.
public final class NetworkMethods {

    private final Accounts accounts;
    private final Follows follows;
    private final V1VisibleUsers visibleUsers;

    public NetworkMethods(Accounts accounts, Follows follows, V1VisibleUsers visibleUsers) {
        this.accounts = accounts;
        this.follows = follows;
        this.visibleUsers = visibleUsers;
    }

    public void declare(ApiMethodTable v1) {
        v1.post("/network/approve/{apikey}", SIGNED_IN, OWN, ApprovalBody.class, this::approve);
        v1.post("/network/deny/{apikey}", SIGNED_IN, OWN, UserBody.class, this::deny);
        v1.withTrait(MethodTrait.COMMENTING)
                .post("/network/follow/{apikey}", SIGNED_IN, OWN, UserBody.class, this::follow);
        v1.readOnly().post("/network/requests/{apikey}", SIGNED_IN, OWN, this::requests);
        v1.post("/network/unfollow/{apikey}", SIGNED_IN, OWN, UserBody.class, this::unfollow);
    }

    /// The other user in a request.
    record UserBody(@Nullable LenientValue user) {}

    // POST network/approve

    record ApprovalBody(
            @Nullable LenientValue user, @Nullable LenientValue follow_back) {}

    private Response approve(Call<ApprovalBody> call) {
        Account requester = requiredUser(call.body().user());
        if (V1Values.isTrue(call.body().follow_back())) {
            follows.approveAndFollow(call.account(), requester);
        } else {
            follows.approve(call.account(), requester.id());
        }
        return V1Responses.success("approved " + requester.name());
    }

    // POST network/deny

    private Response deny(Call<UserBody> call) {
        Account requester = requiredUser(call.body().user());
        follows.deny(call.account(), requester.id());
        return V1Responses.success("denied " + requester.name());
    }

    // POST network/follow

    private Response follow(Call<UserBody> call) {
        Account target = requiredUser(call.body().user());
        FollowOutcome existing = follows.follow(call.account(), target);
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", "following " + target.name())
                .put("pending", existing == FollowOutcome.REQUESTED));
    }

    // POST network/requests

    private Response requests(Call<NoBody> call) {
        return visibleUsers.relations(call, follows.requests(call.account()), "requested");
    }

    // POST network/unfollow

    private Response unfollow(Call<UserBody> call) {
        Account target = requiredUser(call.body().user());
        follows.unfollow(call.account(), target.id());
        return V1Responses.success("unfollowed " + target.name());
    }

    private Account requiredUser(@Nullable LenientValue name) {
        return accounts.get(V1Values.text(name).orElseThrow(() -> new ProblemException(new Problem.Missing("user"))));
    }
}
