package dev.spoolmark.web.oauth;

import dev.spoolmark.account.AppId;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.AuthorizationCodes;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.OAuthApplications;
import dev.spoolmark.oauth.OutOfBandCode;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Codes that a user types into an application: the page that shows one, and the short address that asks for one.
public final class PinPages {

    private static final int NOT_FOUND = 404;
    private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]{8}");

    private final AuthorizationCodes codes;
    private final OAuthApplications applications;

    PinPages(AuthorizationCodes codes, OAuthApplications applications) {
        this.codes = codes;
        this.applications = applications;
    }

    /// @param application its name
    /// @param code to be typed
    /// @param until when it expires, as the user reads it
    public record PinPage(Layout layout, String application, String code, String until) {}

    /// @param advice what to do
    public record MissingPage(Layout layout, String advice) {}

    void declare(PageRoutes routes) {
        routes.get("/oauth/authorize/{code}", PageAccess.SIGNED_IN, this::show)
                .get("/pin/{app_id}", PageAccess.PUBLIC, this::authorize);
    }

    private Response show(PageRequest request) {
        String code = request.variable("code").toUpperCase(Locale.ROOT);
        Optional<OutOfBandCode> found = CODE.matcher(code).matches()
                ? request.waiting(() -> codes.findShown(code, request.account()))
                : Optional.empty();
        return found.map(shown -> request.page("page/oauth/pin", page(request, shown, code)))
                .orElseGet(() -> missing(request, "oauth.pin.gone"));
    }

    private static PinPage page(PageRequest request, OutOfBandCode shown, String code) {
        return new PinPage(
                request.layout("oauth.pin.title"),
                Requester.nameOf(shown.application().application(), request.text()),
                code,
                request.formats().time(shown.expiresAt()));
    }

    /// By the number of an application at this server, or by its `client_id`.
    private Response authorize(PageRequest request) {
        String sent = request.variable("app_id");
        Optional<OAuthApplication> application = request.waiting(() -> PathId.isValid(sent)
                ? applications.find(new AppId(PathId.parse(sent, "application")))
                : applications.find(sent));
        return application
                .map(found -> new AuthorizationParameters(
                        Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                found.clientId(),
                                "redirect_uri",
                                RedirectUris.OUT_OF_BAND),
                        false))
                .map(parameters -> request.redirect(parameters.address()))
                .orElseGet(() -> missing(request, "oauth.pin.unknown"));
    }

    private static Response missing(PageRequest request, String advice) {
        MissingPage page = new MissingPage(
                request.layout("oauth.pin.missing.title"), request.text().get(advice));
        return request.page(NOT_FOUND, "page/oauth/missing", page);
    }
}
