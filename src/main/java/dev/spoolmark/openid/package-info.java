/// Sign-in with an OpenID provider: authorization code flow with PKCE, validation of ID tokens, linked identities
/// (`docs/security.md#openid`).
///
/// Start with [dev.spoolmark.openid.OpenIdSignIn].
@NullMarked
package dev.spoolmark.openid;

import org.jspecify.annotations.NullMarked;
