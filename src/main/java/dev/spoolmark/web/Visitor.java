package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Theme;
import dev.spoolmark.account.session.CurrentSession;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Texts;
import org.jspecify.annotations.Nullable;

/// Who looks at a page, and how pages are shown to them.
///
/// @param session null without a session
record Visitor(@Nullable CurrentSession session, Texts texts, Formats formats, Theme theme) {

    @Nullable
    Account account() {
        return session == null ? null : session.account();
    }

    /// Empty without a session.
    String csrfToken() {
        return session == null ? "" : session.csrfToken();
    }
}
