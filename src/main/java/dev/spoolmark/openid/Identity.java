package dev.spoolmark.openid;

import dev.spoolmark.core.Sha256;
import java.time.Instant;
import java.util.Optional;

/// A user at the provider. Only issuer and subject identify one; the other values are changeable there.
///
/// @param userName at the provider, empty if it was not sent
/// @param fullName empty if it was not sent
/// @param authenticatedAt when the user last signed in at the provider, if it was sent
record Identity(String issuer, String subject, String userName, String fullName, Optional<Instant> authenticatedAt) {

    /// The key under which the identity is stored.
    String hash() {
        return Sha256.hex(issuer + "\n" + subject);
    }

    boolean hasNames() {
        return !userName.isEmpty();
    }

    Identity withNames(String newUserName, String newFullName) {
        return new Identity(issuer, subject, newUserName, newFullName, authenticatedAt);
    }
}
