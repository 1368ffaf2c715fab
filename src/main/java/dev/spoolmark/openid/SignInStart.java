package dev.spoolmark.openid;

import dev.spoolmark.core.Secret;
import java.net.URI;

/// Where the browser is sent.
///
/// @param authorization address at the provider
/// @param browser the secret for the cookie of this browser
public record SignInStart(URI authorization, Secret browser) {}
