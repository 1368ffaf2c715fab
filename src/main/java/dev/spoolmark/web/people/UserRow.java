package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.web.Layout;
import org.jspecify.annotations.Nullable;

/// A user in a list, with the name and the picture that everybody may see.
///
/// @param picture address with the base path, or null
/// @param note what the list says about the user; may be empty
public record UserRow(String name, @Nullable String picture, String note) {

    static UserRow of(Layout layout, Account account, String note) {
        return new UserRow(account.name(), Profiles.picture(layout, account), note);
    }

    /// The address of the profile, below the base path.
    public String path() {
        return Profiles.path(name);
    }

    /// The first letter, in place of a picture.
    public String initial() {
        return name.substring(0, 1);
    }
}
