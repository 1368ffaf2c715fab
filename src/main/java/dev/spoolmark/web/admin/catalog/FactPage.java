package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.edit.EditedItem.Facts;
import dev.spoolmark.catalog.edit.FactField;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page on which the facts of an item are edited.
///
/// @param address of this page, with the base path
/// @param itemAddress of the page of the item, with the base path
/// @param conflicts links to merges with the items that have the ids of the form
/// @param isMergeable whether the item can be merged into another
/// @param isDeletable whether the item can be deleted
public record FactPage(
        Layout layout,
        Form form,
        Facts facts,
        String address,
        String itemAddress,
        List<Field> fields,
        List<EditedField> edited,
        List<Choice> statuses,
        List<PageLink> conflicts,
        boolean isMergeable,
        boolean isDeletable) {

    public FactPage {
        fields = List.copyOf(fields);
        edited = List.copyOf(edited);
        statuses = List.copyOf(statuses);
        conflicts = List.copyOf(conflicts);
    }

    /// @param type of the input: `text`, `date`, `textarea` or `select`
    public record Field(
            String name,
            String label,
            String type,
            @Nullable String hint,
            @Nullable String inputmode) {}

    /// A field that sources do not change.
    ///
    /// @param at when it was edited last
    public record EditedField(String name, String label, String at) {}

    static FactPage of(
            Layout layout, Form form, Facts facts, Map<FactField, Instant> edited, List<PageLink> conflicts) {
        Kind kind = facts.item().kind();
        return new FactPage(
                layout,
                form,
                facts,
                layout.link(AdminItems.address(facts.item())),
                layout.link(AdminItems.page(facts)),
                FactField.of(kind).stream()
                        .map(field -> field(layout, kind, field))
                        .toList(),
                FactField.of(kind).stream()
                        .filter(edited::containsKey)
                        .map(field -> new EditedField(
                                field.key(),
                                label(layout, kind, field),
                                layout.formats().dateTime(Objects.requireNonNull(edited.get(field)))))
                        .toList(),
                Stream.concat(
                                Stream.of(new Choice("", layout.t("admin.edit.empty"))),
                                Arrays.stream(Status.values())
                                        .map(status -> new Choice(
                                                status.key(), layout.t("admin.edit.status." + Form.key(status)))))
                        .toList(),
                conflicts,
                kind == Kind.MOVIE || kind == Kind.SHOW || kind == Kind.EPISODE,
                kind == Kind.MOVIE || kind == Kind.SHOW);
    }

    private static Field field(Layout layout, Kind kind, FactField field) {
        String hint = "admin.fact." + field.key() + ".hint";
        return new Field(
                field.key(),
                label(layout, kind, field),
                type(field),
                layout.text().has(hint) ? layout.t(hint) : null,
                switch (field) {
                    case YEAR, RUNTIME, TMDB, TVDB, TVMAZE -> "numeric";
                    default -> null;
                });
    }

    private static String label(Layout layout, Kind kind, FactField field) {
        String ofPerson = "admin.fact.person." + field.key();
        return layout.t(kind == Kind.PERSON && layout.text().has(ofPerson) ? ofPerson : "admin.fact." + field.key());
    }

    private static String type(FactField field) {
        return switch (field) {
            case OVERVIEW, TAGLINE -> "textarea";
            case RELEASED, FIRST_AIRED, AIR_DATE, BIRTHDAY -> "date";
            case STATUS -> "select";
            default -> "text";
        };
    }
}
