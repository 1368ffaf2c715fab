/// The endpoints of OAuth 2 for applications: tokens, revocation, device codes, metadata. They need no `trakt-...`
/// header. The pages for users are elsewhere.
///
/// Start with [dev.spoolmark.api.oauth.OAuthHandler].
@NullMarked
package dev.spoolmark.api.oauth;

import org.jspecify.annotations.NullMarked;
