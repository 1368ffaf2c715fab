package dev.spoolmark.web.entry;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;

/// How to go on with a new account: who sees what, how to connect a player; for administrators also how to import
/// and to invite.
public final class WelcomePages {

    /// @param address where players reach the server
    /// @param isProtected whether only approved followers see the profile
    public record WelcomePage(Layout layout, String address, String userName, boolean isProtected, boolean isAdmin) {}

    void declare(PageRoutes routes) {
        routes.get("/welcome", PageAccess.SIGNED_IN, WelcomePages::show);
    }

    private static Response show(PageRequest request) {
        return request.page(
                "page/entry/welcome",
                new WelcomePage(
                        request.layout("welcome.title", request.account().name()),
                        request.http().base(),
                        request.account().name(),
                        request.account().isProtected(),
                        request.account().admin()));
    }
}
