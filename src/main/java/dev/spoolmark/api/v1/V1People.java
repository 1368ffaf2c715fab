package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Sight;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import java.util.Optional;

/// Finds the person a call is about, and whether the caller may look at them.
final class V1People {

    private final Accounts accounts;
    private final Gate gate;

    V1People(Accounts accounts, Gate gate) {
        this.accounts = accounts;
        this.gate = gate;
    }

    /// The right to look at the person named in the call; empty when they hide. A name that nobody has refuses.
    Optional<Sight> look(Call<?> call) {
        return look(call, named(call));
    }

    /// The right of the caller to look at this person; empty when they hide.
    Optional<Sight> look(Call<?> call, Account owner) {
        return gate.look(Viewer.of(call.caller()), owner);
    }

    /// The person named in the call, hidden or not: their name is no secret, all else is.
    Account named(Call<?> call) {
        return accounts.get(call.required("username"));
    }
}
