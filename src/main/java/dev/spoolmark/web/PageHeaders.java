package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.text.Texts;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header fields of pages (`docs/security.md#header-fields`).
final class PageHeaders {

    /// Nothing inline, nothing from other hosts. Forms may only be sent to this server.
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " manifest-src 'self'; worker-src 'self'";

    private static final String OWN_FORMS = "form-action 'self'";

    private static final Pattern SOURCE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9.:-]+)?");

    private static final String NO_FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private PageHeaders() {}

    static Response of(Response page, Texts text) {
        return common(page).with("Content-Language", text.languageTag());
    }

    /// A page with the id of its user, by which the service worker keeps the copies of users apart.
    ///
    /// @param user null without a session
    static Response ofUser(Response page, @Nullable Account user) {
        return user == null
                ? page
                : page.with("Page-User", Long.toString(user.id().value()));
    }

    /// A page whose forms may be sent to this server and may then be redirected to another one.
    ///
    /// @param source expression of the policy
    /// @throws IllegalArgumentException when it is more than one expression
    static Response withFormTarget(Response page, String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("not a source expression");
        }
        return page.with("Content-Security-Policy", POLICY.replace(OWN_FORMS, OWN_FORMS + " " + source));
    }

    /// A page that may be in a window which another site has opened and waits for.
    static Response withOpener(Response page) {
        return page.with("Cross-Origin-Opener-Policy", "unsafe-none");
    }

    /// 303: the browser follows with GET.
    static Response redirect(String address) {
        return common(Response.empty(303, Map.of())).with("Location", address);
    }

    /// A permanent redirect (status 301) to the current address of a page.
    static Response moved(String address) {
        return common(Response.empty(301, Map.of()))
                .with("Location", address)
                .with("Cache-Control", "private, no-cache");
    }

    private static Response common(Response response) {
        return response.with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Permissions-Policy", NO_FEATURES)
                .with("X-Robots-Tag", "noindex");
    }
}
