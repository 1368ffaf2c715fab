package dev.spoolmark.web;

/// Who may see a page.
public enum PageAccess {

    /// Everybody, also without an account.
    PUBLIC,

    /// Users who have signed in; others are sent to the sign-in page.
    SIGNED_IN,

    /// Administrators who entered their password in the last 30 minutes (`docs/security.md#sec-t4`); others are
    /// asked for it.
    ADMINISTRATOR
}
