package dev.spoolmark.oauth;

import dev.spoolmark.account.Permission;
import java.time.Instant;
import java.util.Set;

/// A device that waits for the decision of a user.
///
/// @param scopes what the application may do if the user approves
/// @param deviceHash the stored form of the device code
public record PendingDevice(
        OAuthApplication application, Set<Permission> scopes, Instant expiresAt, String deviceHash) {

    public PendingDevice {
        scopes = Set.copyOf(scopes);
    }
}
