package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.session.NewSession;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.InternalErrors;
import dev.spoolmark.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Asks for the password before sensitive pages and actions (`docs/security.md#password-rules`).
public final class Confirmation {

    private Confirmation() {}

    /// A handler for users who entered their password in the last 5 minutes. Others are asked for it, and their form
    /// is kept.
    ///
    /// @param page where they continue if there is no form to keep: the path of the page with the form
    public static PageHandler before(String page, PageHandler handler) {
        return request -> request.hasConfirmed(Sessions.SENSITIVE_ACTION)
                ? handler.handle(request)
                : require(request, handler, unconfirmed -> unconfirmed.redirect(address(page)));
    }

    /// The same for a download. Its form is not kept, since the browser would show the form of the confirmation
    /// beside what was downloaded.
    public static PageHandler beforeDownload(String page, PageHandler handler) {
        return request -> request.hasConfirmed(Sessions.SENSITIVE_ACTION)
                ? handler.handle(request)
                : request.redirect(address(page));
    }

    private static String address(String page) {
        return "/confirm?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /// Asks for the password and keeps the form that was sent.
    ///
    /// @param otherwise responds when there is nothing to keep
    static Response require(PageRequest request, PageHandler handler, PageHandler otherwise) {
        return PendingForm.of(request.http().rawPath(), request.form())
                .map(form -> request.site().confirmation().respond(request, form, handler))
                .orElseGet(() -> otherwise.handle(request));
    }

    /// Responds after the user has confirmed their identity. The session gets a new token.
    ///
    /// @param account as it was when the credentials were checked
    /// @throws ProblemException with `NotSignedIn` if the session has ended
    public static Response proceed(PageRequest request, Account account, PageHandler handler) {
        NewSession session = request.waiting(() -> request.site()
                .sessions()
                .rotate(request.session(), account, request.http().client()));
        Response response = respond(request.renewed(account, session), handler);
        return request.site().cookie().isIn(response)
                ? response
                : request.withSession(response, session.token().text());
    }

    /// The page of any error, too, is sent with the new token: the browser would lose its session otherwise.
    private static Response respond(PageRequest renewed, PageHandler handler) {
        try {
            return handler.handle(renewed);
        } catch (ProblemException problem) {
            return ErrorPages.page(renewed, problem.problem());
        } catch (Throwable error) {
            return ErrorPages.page(renewed, InternalErrors.log(renewed.http().id(), error));
        }
    }
}
