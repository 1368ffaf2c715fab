package dev.spoolmark.openid;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// An authorization request whose response is awaited.
///
/// @param user who links or confirms; id 0 at sign-in
/// @param nextPath where the browser continues, a path of this server
record OpenRequest(
        String stateHash,
        String browserHash,
        SignInPurpose purpose,
        UserId user,
        String nextPath,
        String redirectUri,
        Instant createdAt) {

    /// The user of a request to sign in.
    static final UserId NOBODY = new UserId(0);
}
