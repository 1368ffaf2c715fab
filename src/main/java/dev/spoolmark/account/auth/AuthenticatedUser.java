package dev.spoolmark.account.auth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.apppassword.AppPasswordPermission;
import java.util.Set;

/// A user who has proved their identity.
///
/// @param permissions what the credential allows: all of them, fewer with some app passwords
public record AuthenticatedUser(Account account, Set<Permission> permissions) {

    public AuthenticatedUser {
        permissions = Set.copyOf(permissions);
    }

    static AuthenticatedUser withPassword(Account account) {
        return new AuthenticatedUser(account, AppPasswordPermission.ALL.permissions());
    }
}
