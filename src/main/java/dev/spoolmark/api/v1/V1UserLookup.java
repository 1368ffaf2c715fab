package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.http.Call;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.util.Optional;

/// Finds the person a call is about, and whether the caller may look at them.
public final class V1UserLookup {

    private final Accounts accounts;
    private final ProfileAccess access;

    public V1UserLookup(Accounts accounts, ProfileAccess access) {
        this.accounts = accounts;
        this.access = access;
    }

    /// The right to look at the person named in the call; empty when they hide. A name that nobody has refuses.
    public Optional<ProfileView> look(Call<?> call) {
        return look(call, named(call));
    }

    /// The right of the caller to look at this person; empty when they hide.
    public Optional<ProfileView> look(Call<?> call, Account owner) {
        return access.viewOf(Viewer.of(call.caller()), owner);
    }

    /// The person named in the call, hidden or not: their name is no secret, all else is.
    public Account named(Call<?> call) {
        return accounts.get(call.required("username"));
    }
}
