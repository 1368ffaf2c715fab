package dev.spoolmark.openid;

import dev.spoolmark.account.Account;

/// What a response of the provider proved.
///
/// @param purpose of the request
/// @param account the account of the identity
/// @param nextPath where the browser continues, a path of this server
public record VerifiedSignIn(SignInPurpose purpose, Account account, String nextPath) {}
