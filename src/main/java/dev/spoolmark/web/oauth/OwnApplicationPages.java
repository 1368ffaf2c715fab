package dev.spoolmark.web.oauth;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.ClientType;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.oauth.RegisteredApplication;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Applications that users register: create, redirect addresses, new secret, delete. The password is confirmed
/// before.
public final class OwnApplicationPages {

    private static final String NEW = ConnectionPages.PATH + "/new";
    private static final String OWN = ConnectionPages.PATH + "/own/";

    private final OAuthProvider oauth;

    OwnApplicationPages(OAuthProvider oauth) {
        this.oauth = oauth;
    }

    /// @param types kinds of applications to choose from
    public record NewApplicationPage(Layout layout, Form form, List<Choice> types) {

        public NewApplicationPage {
            types = List.copyOf(types);
        }
    }

    /// @param address of this page
    /// @param confidential whether it has a secret
    /// @param pinAddress where the user gets a PIN, or null when the application does not use one
    public record OwnApplicationPage(
            Layout layout,
            Form form,
            String address,
            String clientId,
            boolean confidential,
            @Nullable String pinAddress) {}

    /// A new application, or one with a new secret.
    ///
    /// @param clientSecret shown this once; null for one without a secret
    /// @param address of the page of the application
    public record SecretPage(
            Layout layout, String clientId, @Nullable String clientSecret, String address) {}

    /// Whether an application can keep a secret.
    private enum Kind {
        CONFIDENTIAL,
        PUBLIC
    }

    void declare(PageRoutes routes) {
        routes.get(NEW, PageAccess.SIGNED_IN, Confirmation.before(NEW, OwnApplicationPages::showNew))
                .post(NEW, PageAccess.SIGNED_IN, Confirmation.before(NEW, this::create))
                .get(OWN + "{id}", PageAccess.SIGNED_IN, request -> confirmed(request, this::show))
                .post(OWN + "{id}/redirects", PageAccess.SIGNED_IN, request -> confirmed(request, this::saveRedirects))
                .post(OWN + "{id}/secret", PageAccess.SIGNED_IN, request -> confirmed(request, this::replaceSecret))
                .post(OWN + "{id}/delete", PageAccess.SIGNED_IN, request -> confirmed(request, this::delete));
    }

    /// The address of the page of an application.
    static String address(OAuthApplication application) {
        AppId id = Objects.requireNonNull(application.application().id(), "a registered application has an id");
        return OWN + id.value();
    }

    @FunctionalInterface
    private interface OwnApplicationHandler {

        Response handle(PageRequest request, OAuthApplication application);
    }

    private Response confirmed(PageRequest request, OwnApplicationHandler handler) {
        OAuthApplication application = own(request);
        return Confirmation.before(address(application), confirmed -> handler.handle(confirmed, application))
                .handle(request);
    }

    /// @throws ProblemException with `NotFound` for an application of another user, as for none
    private OAuthApplication own(PageRequest request) {
        AppId id = new AppId(PathId.parse(request.variable("id"), "application"));
        return request
                .waiting(() -> oauth.applications().ownedBy(request.account().id()))
                .stream()
                .filter(application -> id.equals(application.application().id()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound("application")));
    }

    private static Response showNew(PageRequest request) {
        Form form = Form.of(request.text(), Map.of("type", Form.key(Kind.CONFIDENTIAL)));
        return request.page("page/oauth/new-application", page(request, form));
    }

    private static NewApplicationPage page(PageRequest request, Form form) {
        return new NewApplicationPage(
                request.layout("oauth.new.title"), form, Choice.of(Kind.class, request.text(), "oauth.type."));
    }

    private Response create(PageRequest request) {
        Form form = request.form();
        String name = FormValues.name(form);
        List<String> redirects = FormValues.redirects(form);
        Kind kind = form.choice("type", Kind.class);
        if (!form.hasErrors()) {
            try {
                RegisteredApplication added = request.waiting(() -> oauth.applications()
                        .register(
                                name,
                                redirects,
                                kind == Kind.CONFIDENTIAL,
                                request.account().id(),
                                by(request)));
                return secret(request, "oauth.created.title", added);
            } catch (ProblemException refused) {
                FormValues.note(form, "name", refused);
            }
        }
        return request.invalid("page/oauth/new-application", page(request, form));
    }

    private static Response secret(PageRequest request, String title, RegisteredApplication application) {
        Secret secret = application.clientSecret();
        return request.page(
                "page/oauth/secret",
                new SecretPage(
                        request.layout(title),
                        application.application().clientId(),
                        secret == null ? null : secret.revealText(),
                        address(application.application())));
    }

    private Response show(PageRequest request, OAuthApplication application) {
        Form form = Form.of(request.text(), Map.of("redirects", String.join("\n", application.redirectUris())));
        return request.page("page/oauth/own-application", page(request, application, form));
    }

    private static OwnApplicationPage page(PageRequest request, OAuthApplication application, Form form) {
        AppId id = Objects.requireNonNull(application.application().id());
        boolean pin = application.redirectUris().contains(RedirectUris.OUT_OF_BAND);
        return new OwnApplicationPage(
                request.layout("oauth.own.title", application.application().name()),
                form,
                address(application),
                application.clientId(),
                application.type() == ClientType.CONFIDENTIAL,
                pin ? request.http().base() + "/pin/" + id.value() : null);
    }

    private Response saveRedirects(PageRequest request, OAuthApplication application) {
        Form form = request.form();
        List<String> redirects = FormValues.redirects(form);
        if (form.hasErrors()) {
            return request.invalid("page/oauth/own-application", page(request, application, form));
        }
        request.waiting(() -> {
            oauth.applications().replaceRedirectUris(application, redirects, by(request));
            return application;
        });
        return request.redirect(address(application), "oauth_redirects_saved");
    }

    private Response replaceSecret(PageRequest request, OAuthApplication application) {
        if (application.type() != ClientType.CONFIDENTIAL) {
            throw new ProblemException(new Problem.NotAllowed("the application has no secret"));
        }
        return secret(
                request,
                "oauth.secret.title",
                request.waiting(() -> oauth.applications().replaceSecret(application, by(request))));
    }

    private Response delete(PageRequest request, OAuthApplication application) {
        request.waiting(() -> {
            oauth.tokens().deleteApplication(application, by(request));
            return application;
        });
        return request.redirect(ConnectionPages.PATH, "oauth_application_deleted");
    }

    private static Actor by(PageRequest request) {
        return Actor.web(request.http().client());
    }
}
