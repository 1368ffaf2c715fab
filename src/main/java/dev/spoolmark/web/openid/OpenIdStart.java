package dev.spoolmark.web.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.openid.OpenIdException;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.openid.SignInPurpose;
import dev.spoolmark.openid.SignInStart;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.signin.SignInPages;
import org.jspecify.annotations.Nullable;

/// Sends the browser to the provider.
///
/// The response to the form is a page that leads there, not a redirect: browsers apply the content security policy to
/// redirects after a form, and the provider may itself redirect to other hosts.
public final class OpenIdStart {

    static final String CALLBACK = "/signin/openid/callback";

    private final OpenIdSignIn openId;

    OpenIdStart(OpenIdSignIn openId) {
        this.openId = openId;
    }

    /// @param address at the provider
    public record LeavePage(Layout layout, String provider, String address) {}

    /// @param next where the browser continues after it has come back
    Response leave(PageRequest request, SignInPurpose purpose, String next) {
        @Nullable Account user = purpose == SignInPurpose.SIGN_IN ? null : request.account();
        boolean isFormLost = purpose == SignInPurpose.CONFIRM_FORM;
        String redirectUri = request.http().base() + CALLBACK;
        try {
            SignInStart start = request.http()
                    .runBlocking(() -> openId.start(
                            purpose, user, next, redirectUri, request.http().client()));
            String address = start.authorization().toString();
            LeavePage page = new LeavePage(request.layout("openid.leave.title", openId.name()), openId.name(), address);
            Response response = request.withBrowserSecret(request.page("page/openid/leave", page), start.browser())
                    .with("Refresh", "0;url=" + address);
            return SignInPages.onTheWay(request, response, next);
        } catch (OpenIdException failed) {
            return FailurePages.show(request, openId.name(), failed.reason(), isFormLost);
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Overloaded(var wait)) {
                return FailurePages.throttled(request, openId.name(), wait, isFormLost);
            }
            throw rejected;
        }
    }
}
