package dev.spoolmark.http;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who sends a request: a user, through an application.
///
/// @param user null when nobody signed in
/// @param application null where no application is involved, such as on pages
/// @param scopes what the request may do; today the permissions of the application
/// @param signIn how the user signed in
public record Principal(
        @Nullable Account user, @Nullable Application application, Set<Permission> scopes, SignInKind signIn) {

    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /// A client of an application, without a user.
    public static Principal of(Application application) {
        return new Principal(null, application, application.permissions(), SignInKind.NONE);
    }

    /// The same with a user.
    public Principal signedIn(Account as, SignInKind signInKind) {
        return new Principal(as, application, scopes, signInKind);
    }

    /// How a user proves who they are.
    public enum SignInKind {

        /// Nobody signed in.
        NONE,

        /// User name and hashed password in the body or the `Authorization` field, as v1 has it.
        PASSWORD_V1,

        /// A token in the `Authorization` field (RFC 6750).
        BEARER,

        /// A cookie of a browser session.
        SESSION
    }
}
