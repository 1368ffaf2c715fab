package dev.spoolmark.web.openid;

import dev.spoolmark.http.Response;
import dev.spoolmark.openid.OpenIdException.Reason;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import java.time.Duration;

/// Pages that say why a sign-in with the provider failed and what to do.
public final class FailurePages {

    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final String TEMPLATE = "page/openid/failed";

    private FailurePages() {}

    /// @param advice what happened and what to do
    /// @param isFormLost whether the user has sent a form that was kept until now
    /// @param signedIn whether the visitor has a session
    public record FailurePage(Layout layout, String advice, boolean isFormLost, boolean signedIn) {}

    static Response show(PageRequest request, String provider, Reason reason, boolean isFormLost) {
        Response response = request.page(status(reason), TEMPLATE, page(request, provider, reason.key(), isFormLost));
        return reason == Reason.UNAVAILABLE
                ? response.with("Retry-After", Response.retryAfterSeconds(RETRY))
                : response;
    }

    static Response throttled(PageRequest request, String provider, Duration wait, boolean isFormLost) {
        return request.page(429, TEMPLATE, page(request, provider, "throttled", isFormLost))
                .with("Retry-After", Response.retryAfterSeconds(wait));
    }

    private static FailurePage page(PageRequest request, String provider, String key, boolean isFormLost) {
        return new FailurePage(
                request.layout("openid.failed.title", provider),
                request.text().get("openid.failed." + key, provider),
                isFormLost,
                request.currentSession().isPresent());
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> 503;
            case EXPIRED, REJECTED -> 400;
            case LINKED_ELSEWHERE -> 409;
            case DENIED, UNKNOWN_USER, DISABLED, OTHER_USER, NOT_RECENT -> 403;
        };
    }
}
