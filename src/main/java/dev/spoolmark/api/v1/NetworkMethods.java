package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Standing;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import org.jspecify.annotations.Nullable;

/// `network/*`: following, and the requests of those who wish to.
final class NetworkMethods {

    private final Accounts accounts;
    private final Follows follows;
    private final V1Faces faces;

    NetworkMethods(Accounts accounts, Follows follows, V1Faces faces) {
        this.accounts = accounts;
        this.follows = follows;
        this.faces = faces;
    }

    void declare(Methods v1) {
        v1.post("/network/approve/{apikey}", SIGNED_IN, OWN, Approval.class, this::approve);
        v1.post("/network/deny/{apikey}", SIGNED_IN, OWN, Other.class, this::deny);
        v1.post("/network/follow/{apikey}", SIGNED_IN, OWN, Other.class, this::follow);
        v1.with(Trait.ASKS).post("/network/requests/{apikey}", SIGNED_IN, OWN, this::requests);
        v1.post("/network/unfollow/{apikey}", SIGNED_IN, OWN, Other.class, this::unfollow);
    }

    /// The other person of a call.
    record Other(@Nullable Scalar user) {}

    // POST network/approve

    record Approval(@Nullable Scalar user, @Nullable Scalar follow_back) {}

    private Reply approve(Call<Approval> call) {
        Account asker = named(call.body().user());
        if (V1Values.isYes(call.body().follow_back())) {
            follows.approveAndFollow(call.person(), asker);
        } else {
            follows.approve(call.person(), asker.id());
        }
        return V1Words.success("approved " + asker.name());
    }

    // POST network/deny

    private Reply deny(Call<Other> call) {
        Account asker = named(call.body().user());
        follows.deny(call.person(), asker.id());
        return V1Words.success("denied " + asker.name());
    }

    // POST network/follow

    private Reply follow(Call<Other> call) {
        Account target = named(call.body().user());
        Standing standing = follows.follow(call.person(), target);
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", "following " + target.name())
                .put("pending", standing == Standing.REQUESTED));
    }

    // POST network/requests

    private Reply requests(Call<NoBody> call) {
        return faces.relations(call, follows.requests(call.person()), "requested");
    }

    // POST network/unfollow

    private Reply unfollow(Call<Other> call) {
        Account target = named(call.body().user());
        follows.unfollow(call.person(), target.id());
        return V1Words.success("unfollowed " + target.name());
    }

    private Account named(@Nullable Scalar name) {
        return accounts.get(V1Values.text(name).orElseThrow(() -> new Refusal(new Problem.Missing("user"))));
    }
}
