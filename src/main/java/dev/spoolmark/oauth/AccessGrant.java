package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a valid access token stands for.
///
/// @param application null for a personal access token
/// @param scopes what the token permits and the application still may
public record AccessGrant(Account user, @Nullable Application application, Set<Permission> scopes, GrantId grant) {

    public AccessGrant {
        scopes = Set.copyOf(scopes);
    }
}
