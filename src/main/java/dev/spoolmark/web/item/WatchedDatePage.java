package dev.spoolmark.web.item;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PendingForm.Field;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.stream.Stream;

/// A form that marks items as watched and has a wrong date. The user corrects it and sends it again.
///
/// @param form with the fields `date` and `time`
/// @param hidden the other fields
/// @param zone name of the time zone of the time
/// @param back path of the page that the form was on
public record WatchedDatePage(Layout layout, Form form, List<Field> hidden, String zone, String back) {

    private static final List<String> REPEATED = List.of("item", "scope", "back", "at", "select", "with");

    public WatchedDatePage {
        hidden = List.copyOf(hidden);
    }

    static Response respond(PageRequest request) {
        Stream<Field> fields = REPEATED.stream()
                .flatMap(name -> request.form().all(name).stream().map(value -> new Field(name, value)));
        return request.invalid(
                "page/item/date",
                new WatchedDatePage(
                        request.layout("mark.error.title"),
                        request.form(),
                        Stream.concat(fields, Stream.of(new Field("when", Form.key(WatchedWhen.DATE))))
                                .toList(),
                        request.formats().zone().getId(),
                        ReturnPath.of(request)));
    }
}
