/// The OAuth 2 provider: applications, authorization codes, device codes, tokens (RFC 6749, 7009, 7636, 8628,
/// 9700).
///
/// Start with [dev.spoolmark.oauth.OAuthProvider]. The wire formats are in the API packages.
@NullMarked
package dev.spoolmark.oauth;

import org.jspecify.annotations.NullMarked;
