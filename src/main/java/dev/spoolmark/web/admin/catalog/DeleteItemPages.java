package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.edit.EditedItem.Facts;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;

/// Deletes a movie or show about which no user has data.
public final class DeleteItemPages {

    private static final String ADDRESS = AdminItems.ITEM + "/delete";

    private final CatalogAdminFeatures features;

    DeleteItemPages(CatalogAdminFeatures features) {
        this.features = features;
    }

    /// @param address of the page on which the item is edited, with the base path
    public record DeleteItemPage(Layout layout, Facts facts, String address) {}

    void declare(PageRoutes routes) {
        routes.get(ADDRESS, PageAccess.ADMINISTRATOR, this::show).post(ADDRESS, PageAccess.ADMINISTRATOR, this::submit);
    }

    private Facts find(PageRequest request) {
        Facts facts = AdminItems.find(request, features);
        if (facts.item().kind() != Kind.MOVIE && facts.item().kind() != Kind.SHOW) {
            throw AdminItems.notFound();
        }
        return facts;
    }

    private Response show(PageRequest request) {
        Facts facts = find(request);
        Layout layout = request.layout("admin.delete_item.title", facts.name());
        return request.page(
                "page/admin/catalog/delete",
                new DeleteItemPage(layout, facts, layout.link(AdminItems.address(facts.item()))));
    }

    private Response submit(PageRequest request) {
        Facts facts = find(request);
        return Confirmation.before(AdminItems.address(facts.item()) + "/delete", confirmed -> delete(confirmed, facts))
                .handle(request);
    }

    private Response delete(PageRequest request, Facts facts) {
        request.account().requireAdministrator();
        boolean isDeleted = request.waiting(() -> features.merges()
                .delete(
                        AdminItems.media(facts.item()),
                        tx -> features.audit()
                                .note(
                                        tx,
                                        AuditAction.CATALOG_DELETED,
                                        request.account().id().value(),
                                        AdminItems.actor(request),
                                        AdminItems.logged(facts))));
        return isDeleted
                ? request.redirect(AdminItems.LIST, "item_deleted")
                : request.redirect(AdminItems.address(facts.item()), "warn_item_used");
    }
}
