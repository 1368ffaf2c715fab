package dev.spoolmark.web.people;

import dev.spoolmark.web.Layout;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page about a user with a list of items.
///
/// @param form the state of the page, with its errors
/// @param choices options of the field `kind`; empty without one
/// @param first address of the first page, or null on it
/// @param next address of the next page, or null
public record ProfileListPage(
        Layout layout,
        ProfileHead head,
        Form form,
        List<Choice> choices,
        List<ProfileItemRow> rows,
        @Nullable String first,
        @Nullable String next) {

    public ProfileListPage {
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
    }
}
