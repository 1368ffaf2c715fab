package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.session.NewSession;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.http.Response;
import java.net.InetAddress;

/// Starts the session of a user who has proved their identity.
public final class SessionStart {

    private SessionStart() {}

    /// A new session, also when the browser had one: a token that another site may have set is never kept.
    ///
    /// @param account as it was when the credentials were checked
    /// @param path where to go, below the base path
    public static Response redirect(PageRequest request, Account account, String path) {
        Sessions sessions = request.site().sessions();
        InetAddress client = request.http().client();
        NewSession session = request.waiting(() -> {
            request.currentSession().ifPresent(previous -> sessions.end(previous, client));
            return sessions.start(
                    account, client, request.http().header("User-Agent").orElse(""));
        });
        return request.withSession(request.redirect(path), session.token().text());
    }
}
