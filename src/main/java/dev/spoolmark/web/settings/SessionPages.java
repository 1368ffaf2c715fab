package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.session.Session;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.List;

/// The browsers in which a user is signed in.
public final class SessionPages {

    private static final String PATH = "/settings/security/sessions";

    private final Sessions sessions;

    SessionPages(Sessions sessions) {
        this.sessions = sessions;
    }

    /// @param current id of the session of this browser
    public record SessionsPage(Layout layout, List<Session> sessions, long current) {

        public SessionsPage {
            sessions = List.copyOf(sessions);
        }

        public boolean hasOthers() {
            return sessions.stream().anyMatch(session -> session.id() != current);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::show)
                .post(PATH + "/end-others", PageAccess.SIGNED_IN, this::endOthers)
                .post(PATH + "/{id}/end", PageAccess.SIGNED_IN, this::end);
    }

    private Response show(PageRequest request) {
        Account account = request.account();
        SessionsPage page = new SessionsPage(
                request.layout("settings.sessions.title"),
                request.waiting(() -> sessions.list(account)),
                request.session().session().id());
        return request.page("page/settings/sessions", page);
    }

    private Response end(PageRequest request) {
        long id = PathIds.parse(request.variable("id"));
        if (!request.waiting(() -> sessions.revoke(request.account().id(), id, by(request)))) {
            throw new ProblemException(new Problem.NotFound("session"));
        }
        return id == request.session().session().id()
                ? request.withoutSession(request.redirect("/signin", "signed_out"))
                : request.redirect(PATH, "session_ended");
    }

    private Response endOthers(PageRequest request) {
        request.waiting(() -> sessions.revokeOthers(request.session(), by(request)));
        return request.redirect(PATH, "sessions_ended");
    }

    private static Actor by(PageRequest request) {
        return Actor.web(request.http().client());
    }
}
