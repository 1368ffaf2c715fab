package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import org.jspecify.annotations.Nullable;

/// Who looks: somebody who signed in, or nobody in particular.
///
/// @param id null for a stranger
public record Viewer(@Nullable UserId id) {

    public static final Viewer ANONYMOUS = new Viewer(null);

    public static Viewer of(@Nullable Account caller) {
        return caller == null ? ANONYMOUS : new Viewer(caller.id());
    }
}
