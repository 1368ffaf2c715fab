package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Standing;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import org.jspecify.annotations.Nullable;

/// `friends/*`: friendship as it was before following; each is a view of the network (`deprecated.md`).
final class FriendsMethods {

    private final Accounts accounts;
    private final Gate gate;
    private final Follows follows;
    private final V1Faces faces;

    FriendsMethods(Accounts accounts, Gate gate, Follows follows, V1Faces faces) {
        this.accounts = accounts;
        this.gate = gate;
        this.follows = follows;
        this.faces = faces;
    }

    void declare(Methods v1) {
        v1.post("/friends/add/{apikey}", SIGNED_IN, OWN, Other.class, this::add);
        v1.with(Trait.ASKS).post("/friends/all/{apikey}", SIGNED_IN, OWN, this::all);
        v1.post("/friends/approve/{apikey}", SIGNED_IN, OWN, Other.class, this::approve);
        v1.post("/friends/delete/{apikey}", SIGNED_IN, OWN, Other.class, this::delete);
        v1.post("/friends/deny/{apikey}", SIGNED_IN, OWN, Other.class, this::deny);
        v1.with(Trait.ASKS).post("/friends/requests/{apikey}", SIGNED_IN, OWN, this::requests);
    }

    /// The other person of a call.
    record Other(@Nullable Scalar friend) {}

    // POST friends/add

    private Reply add(Call<Other> call) {
        Account friend = named(call);
        Standing standing = follows.follow(call.person(), friend);
        return V1Words.success(
                standing == Standing.REQUESTED
                        ? "friend request sent to " + friend.name()
                        : "following " + friend.name());
    }

    // POST friends/all

    private Reply all(Call<NoBody> call) {
        return faces.relations(call, follows.friends(gate.own(call.person())), "approved");
    }

    // POST friends/approve

    private Reply approve(Call<Other> call) {
        Account asker = named(call);
        follows.approveAndFollow(call.person(), asker);
        return V1Words.success("approved " + asker.name());
    }

    // POST friends/delete

    private Reply delete(Call<Other> call) {
        Account friend = named(call);
        follows.part(call.person(), friend.id());
        return V1Words.success(friend.name() + " deleted");
    }

    // POST friends/deny

    private Reply deny(Call<Other> call) {
        Account asker = named(call);
        follows.deny(call.person(), asker.id());
        return V1Words.success("denied " + asker.name());
    }

    // POST friends/requests

    private Reply requests(Call<NoBody> call) {
        return faces.relations(call, follows.requests(call.person()), "requested");
    }

    private Account named(Call<Other> call) {
        return accounts.get(
                V1Values.text(call.body().friend()).orElseThrow(() -> new Refusal(new Problem.Missing("friend"))));
    }
}
