package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.edit.EditedItem;
import dev.spoolmark.catalog.edit.EditedItem.Facts;
import dev.spoolmark.catalog.edit.FactField;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.merge.MergePreview;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Merges an item into another, after a preview of what moves.
public final class MergePages {

    private static final String ADDRESS = AdminItems.ITEM + "/merge";
    private static final String TEMPLATE = "page/admin/catalog/merge";
    private static final String FIELD = "into";
    private static final List<String> TABLES =
            List.of("play", "rating", "collected", "watchlist_item", "list_item", "comment");

    private final CatalogAdminFeatures features;

    MergePages(CatalogAdminFeatures features) {
        this.features = features;
    }

    /// @param from the item that goes
    /// @param address of this page, with the base path
    /// @param back address of the page on which the item is edited, with the base path
    /// @param preview null until the other item is chosen
    public record MergePage(
            Layout layout,
            Form form,
            Facts from,
            String address,
            String back,
            @Nullable Preview preview) {}

    /// @param into the item that remains
    /// @param key of the item that remains
    /// @param swapped address of the preview with the items exchanged, with the base path
    /// @param rows the values that differ
    /// @param lines what moves: `1,234 plays`
    public record Preview(Facts into, String key, String swapped, List<Difference> rows, List<String> lines) {

        public Preview {
            rows = List.copyOf(rows);
            lines = List.copyOf(lines);
        }
    }

    /// A fact in which the two items differ.
    ///
    /// @param remains the value after the merge
    public record Difference(String label, String from, String into, String remains) {}

    void declare(PageRoutes routes) {
        routes.get(ADDRESS, PageAccess.ADMINISTRATOR, this::show).post(ADDRESS, PageAccess.ADMINISTRATOR, this::submit);
    }

    private Facts from(PageRequest request) {
        Facts from = AdminItems.find(request, features);
        if (from.item().kind() == Kind.SEASON || from.item().kind() == Kind.PERSON) {
            throw AdminItems.notFound();
        }
        return from;
    }

    private Response show(PageRequest request) {
        Facts from = from(request);
        String named = request.query(FIELD).map(String::strip).orElse("");
        Form form = Form.of(request.text(), Map.of(FIELD, named));
        if (named.isEmpty()) {
            return request.page(TEMPLATE, page(request, form, from, null));
        }
        Optional<Facts> into = into(request, from, named);
        if (into.isEmpty()) {
            form.error(FIELD, "admin.merge.unknown");
            return request.invalid(TEMPLATE, page(request, form, from, null));
        }
        return request.page(TEMPLATE, page(request, form, from, preview(request, from, into.get())));
    }

    /// The other item; empty if there is none, or it is the same or of another show.
    private Optional<Facts> into(PageRequest request, Facts from, String named) {
        return request.waiting(
                        () -> AdminItems.named(features.merges(), from.item().kind(), named)
                                .flatMap(item -> features.editor().find(item)))
                .filter(into -> !into.item().equals(from.item()))
                .filter(into -> from.item().kind() != Kind.EPISODE
                        || into.path().slug().equals(from.path().slug()));
    }

    private MergePage page(PageRequest request, Form form, Facts from, @Nullable Preview preview) {
        Layout layout = request.layout("admin.merge.title", from.name());
        return new MergePage(
                layout,
                form,
                from,
                layout.link(address(from.item())),
                layout.link(AdminItems.address(from.item())),
                preview);
    }

    private static String address(EditedItem item) {
        return AdminItems.address(item) + "/merge";
    }

    private Preview preview(PageRequest request, Facts from, Facts into) {
        MergePreview moved = request.waiting(
                () -> features.merges().preview(AdminItems.media(from.item()), AdminItems.media(into.item())));
        List<String> lines = new ArrayList<>();
        lines.add(request.text().count("admin.merge.users", moved.users()));
        for (String table : TABLES) {
            long count = moved.rows().getOrDefault(table, 0L);
            if (count > 0) {
                lines.add(request.text().count("admin.merge." + table, count));
            }
        }
        if (moved.ratedBoth() > 0) {
            lines.add(request.text().count("admin.merge.rated_both", moved.ratedBoth()));
        }
        if (moved.movedEpisodes() > 0) {
            lines.add(request.text().count("admin.merge.episodes", moved.movedEpisodes()));
        }
        return new Preview(
                into,
                AdminItems.key(into.item()),
                request.site().links().to(address(into.item()) + "?into=" + AdminItems.key(from.item())),
                differences(request, from, into),
                lines);
    }

    /// The remaining item keeps its facts and takes those that it lacks.
    private static List<Difference> differences(PageRequest request, Facts from, Facts into) {
        List<Difference> rows = new ArrayList<>();
        for (FactField field : FactField.of(from.item().kind())) {
            String goes = from.value(field);
            String stays = into.value(field);
            if (!goes.equals(stays)) {
                rows.add(new Difference(
                        request.text().get("admin.fact." + field.key()), goes, stays, stays.isEmpty() ? goes : stays));
            }
        }
        return rows;
    }

    private Response submit(PageRequest request) {
        Facts from = from(request);
        String named = request.form().text(FIELD);
        String page = address(from.item())
                + AdminItems.parse(named)
                        .map(into -> "?into=" + AdminItems.key(into))
                        .orElse("");
        return Confirmation.before(page, confirmed -> merge(confirmed, from, named))
                .handle(request);
    }

    private Response merge(PageRequest request, Facts from, String named) {
        request.account().requireAdministrator();
        Facts into = AdminItems.parse(named)
                .flatMap(item -> into(request, from, AdminItems.key(item)))
                .orElseThrow(AdminItems::notFound);
        String entry = AdminItems.logged(from) + " into " + AdminItems.logged(into);
        // The data of users moves in many small transactions; a job continues them if this request is interrupted.
        CompletionResult merged = request.http()
                .runBlocking(() -> features.merges()
                        .merge(
                                AdminItems.media(from.item()),
                                AdminItems.media(into.item()),
                                tx -> features.audit()
                                        .note(
                                                tx,
                                                AuditAction.CATALOG_MERGED,
                                                request.account().id().value(),
                                                AdminItems.actor(request),
                                                entry)));
        EditedItem target = new EditedItem(merged.item().kind(), merged.item().value());
        return request.redirect(AdminItems.address(target), "items_merged");
    }
}
