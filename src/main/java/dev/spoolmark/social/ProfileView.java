package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import java.util.Arrays;

/// Access to the data of one user. Only [ProfileAccess] creates it, and no data of a user can be read without
/// it, so that no method can omit the check (`docs/security.md#sec-p1`).
public final class ProfileView {

    private final Account account;
    private final Audience reader;

    /// @param reader the narrowest audience to which the viewer belongs
    ProfileView(Account account, Audience reader) {
        this.account = account;
        this.reader = reader;
    }

    /// The user whose data may be read.
    public UserId owner() {
        return account.id();
    }

    /// The user, for a query of this section.
    ///
    /// @throws IllegalStateException if the viewer may not read the section, which the caller has to check
    public UserId owner(ProfileSection section) {
        if (!shows(section)) {
            throw new IllegalStateException("the section " + section.key() + " is read without access");
        }
        return account.id();
    }

    /// The user, for a query of what nobody else may read.
    ///
    /// @throws IllegalStateException if the view is not that of the owner ([ProfileAccess#self])
    public UserId ownerAlone() {
        if (reader != Audience.SELF) {
            throw new IllegalStateException("private data are read without access");
        }
        return account.id();
    }

    /// Whether the viewer may read the section.
    public boolean shows(ProfileSection section) {
        return account.audience(section).includes(reader);
    }

    /// Whether the viewer may read every section.
    public boolean showsAll() {
        return Arrays.stream(ProfileSection.values()).allMatch(this::shows);
    }

    /// The account, without the details that the viewer may not read.
    public Account account() {
        return shows(ProfileSection.DETAILS) ? account : account.withoutDetails();
    }
}
