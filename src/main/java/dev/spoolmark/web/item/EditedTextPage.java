package dev.spoolmark.web.item;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PendingForm.Field;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A note or comment that could not be stored, since it is not valid or since another page has changed it. The user
/// sees what is stored and can send the own text again.
///
/// @param form with the field `text`
/// @param action path that the form is sent to
/// @param hidden the other fields
/// @param isChanged whether another page has changed the text meanwhile
/// @param stored what is stored now; empty if it was deleted, or if there is nothing to compare
/// @param hasSpoiler whether the form has the field `spoiler`
/// @param back path of the page that the form was on
public record EditedTextPage(
        Layout layout,
        Form form,
        String action,
        List<Field> hidden,
        boolean isChanged,
        String stored,
        boolean hasSpoiler,
        String back) {

    public EditedTextPage {
        hidden = List.copyOf(hidden);
    }

    /// The response to a form that another page was faster than.
    ///
    /// @param title key of the heading
    /// @param version of the stored text, with which the form can be sent again
    static Response changed(
            PageRequest request, String title, List<Field> hidden, String stored, String version, boolean hasSpoiler) {
        List<Field> fields = new ArrayList<>(hidden);
        fields.add(new Field("version", version));
        return respond(request, title, fields, true, stored, hasSpoiler);
    }

    /// The response to a form with errors.
    ///
    /// @param title key of the heading
    static Response invalid(PageRequest request, String title, List<Field> hidden, boolean hasSpoiler) {
        return respond(request, title, hidden, false, "", hasSpoiler);
    }

    private static Response respond(
            PageRequest request, String title, List<Field> hidden, boolean isChanged, String stored, boolean spoiler) {
        return request.invalid(
                "page/item/text",
                new EditedTextPage(
                        request.layout(title),
                        request.form(),
                        request.http().rawPath(),
                        hidden,
                        isChanged,
                        stored,
                        spoiler,
                        ReturnPath.of(request)));
    }

    /// Fields of the form that was sent.
    static List<Field> fields(PageRequest request, String... names) {
        return Arrays.stream(names)
                .filter(name -> !request.form().text(name).isEmpty())
                .map(name -> new Field(name, request.form().text(name)))
                .toList();
    }
}
