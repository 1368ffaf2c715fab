package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.edit.EditedItem;
import dev.spoolmark.catalog.edit.EditedItem.Facts;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds items to edit: by title, id or address; and the last edited ones.
public final class CatalogOverviewPages {

    private static final int MAX_HITS = 10;
    private static final int MAX_EDITED = 20;
    private static final String FIELD = "q";

    private final CatalogAdminFeatures features;

    CatalogOverviewPages(CatalogAdminFeatures features) {
        this.features = features;
    }

    /// @param isSearched whether there was a search
    /// @param hits what it found
    /// @param edited the items that were edited last
    public record CatalogPage(Layout layout, Form form, boolean isSearched, List<Row> hits, List<Row> edited) {

        public CatalogPage {
            hits = List.copyOf(hits);
            edited = List.copyOf(edited);
        }
    }

    /// @param address of the page on which it is edited, with the base path
    /// @param kind key of the kind
    /// @param isProvisional whether it is known only from clients
    public record Row(String name, String address, String kind, boolean isProvisional) {}

    void declare(PageRoutes routes) {
        routes.get(AdminItems.LIST, PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        String text = request.query(FIELD).map(String::strip).orElse("");
        Form form = Form.of(request.text(), Map.of(FIELD, text));
        form.limited(FIELD, ValueLimits.SEARCH_TEXT);
        Layout layout = request.layout("admin.catalog.title");
        List<Row> hits =
                text.isEmpty() || form.hasErrors() ? List.of() : request.waiting(() -> find(layout, form, text));
        List<Row> edited = request.waiting(() -> features.editor().newest(MAX_EDITED)).stream()
                .map(facts -> row(layout, facts))
                .toList();
        CatalogPage page = new CatalogPage(layout, form, !text.isEmpty(), hits, edited);
        return form.hasErrors()
                ? request.invalid("page/admin/catalog/overview", page)
                : request.page("page/admin/catalog/overview", page);
    }

    private List<Row> find(Layout layout, Form form, String text) {
        Map<EditedItem, Row> rows = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW)) {
            AdminItems.named(features.merges(), kind, text)
                    .flatMap(item -> features.editor().find(item))
                    .ifPresent(facts -> rows.put(facts.item(), row(layout, facts)));
        }
        try {
            byTitle(layout, text, rows);
        } catch (ProblemException rejected) {
            if (!(rejected.problem() instanceof Problem.Invalid)) {
                throw rejected;
            }
            form.error(FIELD, "admin.catalog.too_many_words");
        }
        return List.copyOf(rows.values());
    }

    private void byTitle(Layout layout, String text, Map<EditedItem, Row> rows) {
        List<MediaId> items = new ArrayList<>(features.search().movies(text, MAX_HITS));
        items.addAll(features.search().shows(text, MAX_HITS));
        Map<MediaId, ItemSummary> summaries = features.catalog().summaries(items);
        items.stream()
                .flatMap(id -> Stream.ofNullable(summaries.get(id)))
                .forEach(
                        item -> put(layout, rows, item.id().kind(), item.id().value(), name(item), item.provisional()));
        List<PersonId> ids = features.search().people(text, MAX_HITS);
        Map<PersonId, Person> people =
                ids.isEmpty() ? Map.of() : features.catalog().persons(ids);
        ids.stream()
                .flatMap(id -> Stream.ofNullable(people.get(id)))
                .forEach(person -> put(layout, rows, Kind.PERSON, person.id().value(), person.name(), false));
    }

    private static void put(
            Layout layout, Map<EditedItem, Row> rows, Kind kind, long id, String name, boolean provisional) {
        EditedItem item = new EditedItem(kind, id);
        rows.putIfAbsent(item, new Row(name, layout.link(AdminItems.address(item)), kind.key(), provisional));
    }

    private static String name(ItemSummary item) {
        Integer year = item.year();
        return year == null ? item.title() : item.title() + " (" + year + ")";
    }

    private static Row row(Layout layout, Facts facts) {
        return new Row(
                facts.name(),
                layout.link(AdminItems.address(facts.item())),
                facts.item().kind().key(),
                facts.isProvisional());
    }
}
