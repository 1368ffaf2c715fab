package dev.spoolmark.web.entry;

import dev.spoolmark.account.link.PasswordResetRequests;
import dev.spoolmark.account.link.PasswordResets;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Notice;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.time.Duration;
import java.util.List;

/// How to get a new password: by mail, if the server can send mails, or from an administrator.
public final class ForgottenPages {

    private static final int TOO_MANY_REQUESTS = 429;

    private final PasswordResetRequests requests;

    ForgottenPages(PasswordResetRequests requests) {
        this.requests = requests;
    }

    /// @param byMail whether the server can send the link
    /// @param command that the administrator runs
    public record ForgottenPage(Layout layout, Form form, boolean byMail, String command, long minutes) {}

    void declare(PageRoutes routes) {
        routes.get("/forgotten", PageAccess.PUBLIC, request -> request.page("page/entry/forgotten", page(request)))
                .post("/forgotten", PageAccess.PUBLIC, this::submit);
    }

    private ForgottenPage page(PageRequest request) {
        return page(request, Form.empty(request.text()), List.of());
    }

    private ForgottenPage page(PageRequest request, Form form, List<Notice> notices) {
        return new ForgottenPage(
                request.layoutWith(notices, "forgotten.title"),
                form,
                requests.isAvailable(),
                "./spoolmark user reset-link " + request.text().get("forgotten.name"),
                PasswordResets.VALIDITY.toMinutes());
    }

    /// The response does not depend on whether there is such an account.
    private Response submit(PageRequest request) {
        if (!requests.isAvailable()) {
            return request.redirect("/forgotten");
        }
        Form form = request.form();
        String typed = form.required("name", ValueLimits.EMAIL);
        if (form.hasErrors()) {
            return request.invalid("page/entry/forgotten", page(request, form, List.of()));
        }
        try {
            request.waiting(() -> {
                requests.request(
                        typed, request.text().languageTag(), request.http().client());
                return typed;
            });
            return request.redirect("/forgotten", "reset_requested");
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Overloaded(Duration wait)) {
                return tooMany(request, form, wait);
            }
            throw rejected;
        }
    }

    private Response tooMany(PageRequest request, Form form, Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        Notice notice = new Notice(Notice.Kind.ERROR, request.text().count("forgotten.too_many", minutes));
        return request.page(TOO_MANY_REQUESTS, "page/entry/forgotten", page(request, form, List.of(notice)))
                .with("Retry-After", Response.retryAfterSeconds(wait));
    }
}
