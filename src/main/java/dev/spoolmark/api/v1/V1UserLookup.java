package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.http.Call;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.util.Arrays;
import java.util.Optional;

/// Finds the user in the path, and checks whether the caller may see their data.
public final class V1UserLookup {

    private final Accounts accounts;
    private final ProfileAccess access;

    public V1UserLookup(Accounts accounts, ProfileAccess access) {
        this.accounts = accounts;
        this.access = access;
    }

    /// Access to the data of the user in the path; empty if they are protected from the caller.
    ///
    /// @throws ProblemException if there is no such user
    public Optional<ProfileView> view(Call<?> call) {
        return view(call, user(call));
    }

    /// The same, if the caller may read all of these sections.
    public Optional<ProfileView> view(Call<?> call, ProfileSection... sections) {
        return view(call).filter(profile -> Arrays.stream(sections).allMatch(profile::shows));
    }

    /// The caller's access to the data of this user; empty if they are protected from the caller.
    public Optional<ProfileView> view(Call<?> call, Account owner) {
        return access.viewOf(Viewer.of(call.caller()), owner);
    }

    /// The user in the path, also if protected: user names are not secret.
    public Account user(Call<?> call) {
        return accounts.get(call.required("username"));
    }
}
