package dev.spoolmark.web.library;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The settings of a list in a form: `name`, `description`, `privacy`, `numbers` and `comments`.
final class ListForm {

    private ListForm() {}

    /// The form of a new list. Nobody else sees it until its owner chooses so.
    static Form initial(PageRequest request) {
        return Form.of(request.text(), Map.of("privacy", Form.key(Privacy.PRIVATE), "comments", "on"));
    }

    static Form of(PageRequest request, ListSettings settings) {
        Map<String, String> values = new HashMap<>();
        values.put("name", settings.name());
        values.put("description", settings.description());
        values.put("privacy", Form.key(settings.privacy()));
        if (settings.showNumbers()) {
            values.put("numbers", "on");
        }
        if (settings.allowComments()) {
            values.put("comments", "on");
        }
        return Form.of(request.text(), values);
    }

    /// @return null and errors when a value is not allowed
    static @Nullable ListSettings read(Form form) {
        String name = form.required("name", ValueLimits.LIST_NAME);
        String description = form.limited("description", ValueLimits.LIST_DESCRIPTION);
        Privacy privacy = form.choice("privacy", Privacy.class);
        if (form.hasErrors()) {
            return null;
        }
        try {
            return new ListSettings(
                    name,
                    description,
                    Objects.requireNonNull(privacy),
                    form.isChecked("numbers"),
                    form.isChecked("comments"));
        } catch (ProblemException rejected) {
            explain(form, rejected);
            return null;
        }
    }

    /// Notes what is wrong with the form.
    ///
    /// @throws ProblemException the same, if the form is not its cause
    static void explain(Form form, ProblemException rejected) {
        switch (rejected.problem()) {
            case Problem.Missing _ -> form.error("name", "form.required");
            case Problem.Invalid(String subject) ->
                form.error(subject.equals("description") ? "description" : "name", "library.text.invalid");
            case Problem.Taken _ -> form.error("name", "library.list.taken");
            case Problem.TooMany(long limit, String subject) -> form.error("name", "library.list.too_many", limit);
            default -> throw rejected;
        }
    }
}
