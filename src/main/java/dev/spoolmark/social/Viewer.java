package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import org.jspecify.annotations.Nullable;

/// The user for whom data is read.
///
/// @param id null without sign-in
public record Viewer(@Nullable UserId id) {

    public static final Viewer ANONYMOUS = new Viewer(null);

    public static Viewer of(@Nullable Account caller) {
        return caller == null ? ANONYMOUS : new Viewer(caller.id());
    }
}
