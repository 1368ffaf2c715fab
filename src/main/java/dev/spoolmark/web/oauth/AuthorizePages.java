package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.AuthorizationCheck;
import dev.spoolmark.oauth.AuthorizationCodes;
import dev.spoolmark.oauth.AuthorizationRequest;
import dev.spoolmark.oauth.AuthorizationResponse;
import dev.spoolmark.oauth.OAuthError;
import dev.spoolmark.oauth.OAuthException;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The authorization endpoint (RFC 6749, 3.1): asks the user whether an application may use the account.
public final class AuthorizePages {

    private static final int BAD_REQUEST = 400;

    private final AuthorizationCodes codes;
    private final Accounts accounts;
    private final BooleanSupplier openRegistration;

    /// @param openRegistration whether visitors can create an account
    AuthorizePages(AuthorizationCodes codes, Accounts accounts, BooleanSupplier openRegistration) {
        this.codes = codes;
        this.accounts = accounts;
        this.openRegistration = openRegistration;
    }

    /// @param scopes what the application may do, in sentences
    /// @param target where the browser goes then, in words
    /// @param parameters of the request, sent again with the decision
    /// @param otherAccount address of the sign-in page that comes back here
    public record ConsentPage(
            Layout layout,
            Requester requester,
            List<String> scopes,
            String target,
            Map<String, String> parameters,
            String otherAccount) {

        public ConsentPage {
            scopes = List.copyOf(scopes);
        }
    }

    /// @param advice what to do
    /// @param description for the developer of the application, in English
    /// @param back address of the application with the error, or null when nothing may be sent there
    public record RefusedPage(
            Layout layout,
            String advice,
            String description,
            @Nullable String back) {}

    void declare(PageRoutes routes) {
        routes.get("/oauth/authorize", PageAccess.PUBLIC, this::show)
                .post("/oauth/authorize", PageAccess.PUBLIC, this::decide);
    }

    private Response show(PageRequest request) {
        AuthorizationParameters parameters =
                AuthorizationParameters.ofQuery(request.http().rawQuery());
        AuthorizationCheck check = check(request, parameters);
        if (check instanceof AuthorizationCheck.Shown shown) {
            return refused(request, shown.error(), shown.description(), null);
        }
        boolean login =
                List.of(request.query("prompt").orElse("").split(" ", -1)).contains("login");
        if (login || request.currentSession().isEmpty()) {
            boolean register = request.query("signup").filter("true"::equals).isPresent()
                    && request.currentSession().isEmpty()
                    && openRegistration.getAsBoolean();
            return request.allowOpener(
                    request.redirectAndReturn(register ? "/register" : "/signin", parameters.address()));
        }
        return switch (check) {
            case AuthorizationCheck.Shown(OAuthError error, String description) ->
                refused(request, error, description, null);
            case AuthorizationCheck.Redirected(String location) ->
                isAfterForm(request)
                        ? refused(request, OAuthError.INVALID_REQUEST, "", location)
                        : request.leave(location);
            case AuthorizationCheck.Accepted(AuthorizationRequest accepted) -> consent(request, parameters, accepted);
        };
    }

    /// Whether a form of ours led here, such as that of the sign-in page. Its content security policy lets the
    /// browser follow redirects to this server alone, so the user has to press a link.
    private static boolean isAfterForm(PageRequest request) {
        return request.http()
                .header("Sec-Fetch-Site")
                .filter("same-origin"::equals)
                .isPresent();
    }

    private AuthorizationCheck check(PageRequest request, AuthorizationParameters parameters) {
        return parameters.repeated()
                ? new AuthorizationCheck.Shown(OAuthError.INVALID_REQUEST, "a parameter was sent more than once")
                : request.waiting(
                        () -> codes.check(parameters.values(), request.http().base()));
    }

    private Response consent(PageRequest request, AuthorizationParameters parameters, AuthorizationRequest accepted) {
        RedirectTarget target = RedirectTarget.of(accepted.redirectUri());
        ConsentPage page = new ConsentPage(
                request.layout("oauth.consent.title"),
                request.waiting(() -> Requester.of(accepted.application(), accounts, request.text())),
                ScopeTexts.sentences(accepted.scopes(), request.text()),
                target.text(request.text()),
                parameters.values(),
                request.addressWithReturn("/signin", parameters.address()));
        Response response = request.allowOpener(request.page("page/oauth/consent", page));
        return target.formSource()
                .map(source -> request.allowFormTarget(response, source))
                .orElse(response);
    }

    private static Response refused(PageRequest request, OAuthError error, String description, @Nullable String back) {
        String advice = error == OAuthError.INVALID_CLIENT ? "oauth.refused.client" : "oauth.refused.request";
        RefusedPage page = new RefusedPage(
                request.layout("oauth.refused.title"), request.text().get(advice), description, back);
        return request.page(BAD_REQUEST, "page/oauth/refused", page);
    }

    private Response decide(PageRequest request) {
        AuthorizationParameters parameters = AuthorizationParameters.ofForm(request.form());
        if (request.currentSession().isEmpty()) {
            return request.redirectAndReturn("/signin", parameters.address());
        }
        return switch (check(request, parameters)) {
            case AuthorizationCheck.Shown(OAuthError error, String description) ->
                refused(request, error, description, null);
            case AuthorizationCheck.Redirected(String location) ->
                refused(request, OAuthError.INVALID_REQUEST, "", location);
            case AuthorizationCheck.Accepted(AuthorizationRequest accepted) -> decide(request, accepted);
        };
    }

    private Response decide(PageRequest request, AuthorizationRequest accepted) {
        boolean approved = Decision.of(request.form()) == Decision.APPROVE;
        String issuer = request.http().base();
        try {
            AuthorizationResponse response = request.waiting(
                    () -> approved ? codes.approve(accepted, request.account(), issuer) : codes.deny(accepted, issuer));
            return switch (response) {
                case AuthorizationResponse.Redirect redirect -> request.leave(redirect.location());
                case AuthorizationResponse.ShownCode shown ->
                    request.redirect("/oauth/authorize/" + shown.code().revealText());
                case AuthorizationResponse.ShownDenial() -> request.redirect("/settings/applications", "oauth_denied");
            };
        } catch (OAuthException refused) {
            return refused(request, refused.error(), refused.description(), null);
        }
    }
}
