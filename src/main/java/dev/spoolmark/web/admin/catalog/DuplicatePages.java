package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.edit.EditedItem;
import dev.spoolmark.catalog.merge.DuplicatePage;
import dev.spoolmark.catalog.merge.DuplicatePair;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Movies or shows that may be the same: with the same title and year.
public final class DuplicatePages {

    private static final String ADDRESS = AdminItems.LIST + "/duplicates";
    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_KEY = 500;

    private final CatalogAdminFeatures features;

    DuplicatePages(CatalogAdminFeatures features) {
        this.features = features;
    }

    /// @param kind `movie` or `show`
    /// @param next address of the next page, with the base path, or null
    public record DuplicatesPage(
            Layout layout,
            String kind,
            List<Row> rows,
            @Nullable String next) {

        public DuplicatesPage {
            rows = List.copyOf(rows);
        }
    }

    /// Two items.
    ///
    /// @param first address of the page of the first one, with the base path
    /// @param merge address of the preview of the merge of the second into the first, with the base path
    public record Row(String name, String first, String second, String merge) {}

    void declare(PageRoutes routes) {
        routes.get(ADDRESS, PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        Kind kind = switch (request.query("kind").orElse("movie")) {
            case "movie" -> Kind.MOVIE;
            case "show" -> Kind.SHOW;
            default -> throw AdminItems.notFound();
        };
        String from = request.query("from").orElse("");
        if (from.length() > LONGEST_KEY) {
            throw AdminItems.notFound();
        }
        DuplicatePage found = request.waiting(() -> features.merges().duplicates(kind, from, PAGE_SIZE));
        Layout layout = request.layout("admin.duplicates.title");
        String next = found.next();
        return request.page(
                "page/admin/catalog/duplicates",
                new DuplicatesPage(
                        layout,
                        kind.key(),
                        found.pairs().stream().map(pair -> row(layout, pair)).toList(),
                        next == null
                                ? null
                                : layout.link(ADDRESS + "?kind=" + kind.key() + "&from="
                                        + URLEncoder.encode(next, StandardCharsets.UTF_8))));
    }

    private static Row row(Layout layout, DuplicatePair pair) {
        EditedItem first = item(pair.first());
        EditedItem second = item(pair.second());
        Integer year = pair.year();
        return new Row(
                year == null ? pair.title() : pair.title() + " (" + year + ")",
                layout.link(AdminItems.address(first)),
                layout.link(AdminItems.address(second)),
                layout.link(AdminItems.address(second) + "/merge?into=" + AdminItems.key(first)));
    }

    private static EditedItem item(MediaId id) {
        return new EditedItem(id.kind(), id.value());
    }
}
