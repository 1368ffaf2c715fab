package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.catalog.edit.EditResult;
import dev.spoolmark.catalog.edit.EditedItem.Facts;
import dev.spoolmark.catalog.edit.FactError;
import dev.spoolmark.catalog.edit.FactField;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Edits the facts of an item, releases edited fields, and confirms a provisional item.
final class FactPages {

    private static final String TEMPLATE = "page/admin/catalog/edit";
    private static final String VERSION = "version";

    private final CatalogAdminFeatures features;

    FactPages(CatalogAdminFeatures features) {
        this.features = features;
    }

    void declare(PageRoutes routes) {
        routes.get(AdminItems.ITEM, PageAccess.ADMINISTRATOR, this::show)
                .post(AdminItems.ITEM, PageAccess.ADMINISTRATOR, this::save)
                .post(AdminItems.ITEM + "/release", PageAccess.ADMINISTRATOR, this::release)
                .post(AdminItems.ITEM + "/confirm", PageAccess.ADMINISTRATOR, this::confirm);
    }

    private Response show(PageRequest request) {
        Facts facts = AdminItems.find(request, features);
        Map<String, String> values = new HashMap<>();
        FactField.of(facts.item().kind()).forEach(field -> values.put(field.key(), facts.value(field)));
        return request.page(TEMPLATE, page(request, Form.of(request.text(), values), facts, List.of()));
    }

    private FactPage page(PageRequest request, Form form, Facts facts, List<PageLink> conflicts) {
        Map<FactField, Instant> edited = request.waiting(() -> features.editor().edited(facts.item()));
        return FactPage.of(request.layout("admin.edit.title", facts.name()), form, facts, edited, conflicts);
    }

    private Response save(PageRequest request) {
        request.account().requireAdministrator();
        Facts before = AdminItems.find(request, features);
        Form form = request.form();
        Map<FactField, String> values = new EnumMap<>(FactField.class);
        for (FactField field : FactField.of(before.item().kind())) {
            // Browsers send line breaks as CR LF.
            values.put(field, form.raw(field.key()).replace("\r\n", "\n").strip());
        }
        if (form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form, before, List.of()));
        }
        EditResult result = request.waiting(() -> features.editor()
                .edit(before.item(), form.text(VERSION), values, request.account(), AdminItems.actor(request)));
        return switch (result) {
            case EditResult.Saved saved ->
                request.redirect(
                        AdminItems.address(before.item()),
                        saved.fields().isEmpty() ? "warn_facts_unchanged" : "facts_saved");
            case EditResult.Outdated(Facts now) -> outdated(request, form, now, values);
            case EditResult.Rejected(Facts now, var errors) -> rejected(request, form, now, errors);
        };
    }

    /// Shows what is stored now beside each value that differs. The next save counts.
    private Response outdated(PageRequest request, Form form, Facts now, Map<FactField, String> values) {
        values.forEach((field, value) -> {
            String stored = now.value(field);
            if (!stored.equals(value)) {
                form.error(
                        field.key(),
                        "admin.edit.outdated",
                        stored.isEmpty() ? request.text().get("admin.edit.empty") : stored);
            }
        });
        return form.hasErrors()
                ? request.invalid(TEMPLATE, page(request, form, now, List.of()))
                : request.redirect(AdminItems.address(now.item()), "facts_saved");
    }

    private Response rejected(PageRequest request, Form form, Facts now, Map<FactField, FactError> errors) {
        List<PageLink> conflicts = new ArrayList<>();
        errors.forEach((field, error) -> {
            switch (error) {
                case FactError.Missing _ -> form.error(field.key(), "form.required");
                case FactError.TooLong(int longest) -> form.error(field.key(), "form.too_long", longest);
                case FactError.Malformed _ -> form.error(field.key(), "admin.edit.malformed");
                case FactError.Taken(var owner, String name) -> {
                    form.error(field.key(), "admin.edit.taken", name);
                    conflicts.add(new PageLink(
                            request.site()
                                    .links()
                                    .to(AdminItems.address(now.item()) + "/merge?into=" + AdminItems.key(owner)),
                            request.text().get("admin.edit.merge_with", name)));
                }
            }
        });
        return request.invalid(TEMPLATE, page(request, form, now, conflicts));
    }

    private Response release(PageRequest request) {
        request.account().requireAdministrator();
        Facts facts = AdminItems.find(request, features);
        FactField field = FactField.ofKey(request.form().text("field")).orElseThrow(AdminItems::notFound);
        request.waiting(() -> {
            features.editor().release(facts.item(), field, request.account(), AdminItems.actor(request));
            return true;
        });
        return request.redirect(AdminItems.address(facts.item()), "fact_released");
    }

    private Response confirm(PageRequest request) {
        request.account().requireAdministrator();
        Facts facts = AdminItems.find(request, features);
        boolean isConfirmed = request.waiting(
                () -> features.confirmation().confirm(facts.item(), request.account(), AdminItems.actor(request)));
        return request.redirect(
                AdminItems.address(facts.item()), isConfirmed ? "item_confirmed" : "warn_item_not_confirmed");
    }
}
