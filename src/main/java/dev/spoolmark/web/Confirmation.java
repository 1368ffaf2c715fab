package dev.spoolmark.web;

import dev.spoolmark.account.session.Sessions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Asks for the password before sensitive pages and actions (`docs/security.md#password-rules`).
public final class Confirmation {

    private Confirmation() {}

    /// A handler for users who entered their password in the last 5 minutes. Others are asked for it.
    ///
    /// @param page where they continue afterwards: the path of the page with the form, so that the question comes
    ///     before anything is typed
    public static PageHandler before(String page, PageHandler handler) {
        String confirm = "/confirm?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        return request ->
                request.hasConfirmed(Sessions.SENSITIVE_ACTION) ? handler.handle(request) : request.redirect(confirm);
    }
}
