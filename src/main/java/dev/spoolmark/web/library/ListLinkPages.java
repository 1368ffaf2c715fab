package dev.spoolmark.web.library;

import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListLinks;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;

/// Creates and revokes the secret address of a list.
public final class ListLinkPages {

    private final ListLinks links;
    private final ListAccess found;

    ListLinkPages(ListLinks links, ListAccess found) {
        this.links = links;
        this.found = found;
    }

    /// @param address absolute; no other page shows it
    /// @param path of the list
    public record ListLinkPage(Layout layout, String address, String path) {}

    void declare(PageRoutes routes) {
        routes.post(
                        ListItemPages.PATH + "/link",
                        PageAccess.SIGNED_IN,
                        request -> request.waiting(() -> create(request)))
                .post(
                        ListItemPages.PATH + "/link/revoke",
                        PageAccess.SIGNED_IN,
                        request -> request.waiting(() -> revoke(request)));
    }

    /// The response to the form is the only page with the address, which is stored nowhere.
    private Response create(PageRequest request) {
        ListAccess.Found list = found.own(request);
        String token = links.create(list.list().owner(), list.list().slug());
        return request.page(
                "page/library/list-link",
                new ListLinkPage(
                        request.layout("library.link.title"),
                        request.http().base() + ListAccess.LINK_PATH + token,
                        list.path()));
    }

    private Response revoke(PageRequest request) {
        ListAccess.Found list = found.own(request);
        links.revoke(list.list().owner(), list.list().slug());
        return request.redirect(list.path(), "list_link_revoked");
    }
}
