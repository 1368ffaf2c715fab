package dev.spoolmark.web.imports;

import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.run.ImportChoices;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.RatingConflict;
import dev.spoolmark.transfer.run.RecordType;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.TimeZones;
import dev.spoolmark.web.text.Texts;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The choices of an import as fields of a form: `zone`, `ratings`, `unknown_plays`, `marks_rated`, one checkbox for
/// each kind of record and one field for each question.
final class ImportChoicesForm {

    static final String KIND = "kind_";
    static final String ANSWER = "answer_";

    /// Kinds that the page has shown; those that it has not shown stay as they are.
    static final String SHOWN = "shown";

    private static final Pattern ANSWER_KEY = Pattern.compile("[a-z-]{1,40}");
    private static final int MAX_ANSWERS = 20;
    private static final int LONGEST_ANSWER = 2_000;

    private ImportChoicesForm() {}

    /// The fields with the present choices.
    static Form of(Texts texts, ImportRun run, List<ImportQuestion> questions) {
        ImportChoices choices = run.choices();
        Map<String, String> values = new HashMap<>();
        values.put("format", run.format());
        values.put("zone", choices.zone());
        values.put("ratings", choices.ratings().key());
        choices.types().forEach(type -> values.put(KIND + type.key(), "on"));
        questions.forEach(question -> values.put(ANSWER + question.key(), proposal(question)));
        choices.answers().forEach((question, answer) -> values.put(ANSWER + question, answer));
        if (choices.keepsUnknownPlays()) {
            values.put("unknown_plays", "on");
        }
        if (choices.marksRated()) {
            values.put("marks_rated", "on");
        }
        return Form.of(texts, values);
    }

    /// Nothing is proposed for what the user has to decide.
    private static String proposal(ImportQuestion question) {
        return question.isRequired() || question.choices().isEmpty()
                ? ""
                : question.choices().getFirst();
    }

    /// The choices that were sent; errors are noted in the form.
    static ImportChoices read(Form form, ImportChoices before) {
        ZoneId zone = TimeZones.read(form, "zone");
        RatingConflict ratings =
                form.text("ratings").isEmpty() ? before.ratings() : form.choice("ratings", RatingConflict.class);
        return new ImportChoices(
                zone == null ? before.zone() : zone.getId(),
                answers(form),
                types(form, before.types()),
                ratings == null ? before.ratings() : ratings,
                form.isChecked("unknown_plays"),
                form.isChecked("marks_rated"));
    }

    private static Map<String, String> answers(Form form) {
        Map<String, String> answers = new HashMap<>();
        for (String name : form.values().keySet()) {
            String question = name.startsWith(ANSWER) ? name.substring(ANSWER.length()) : "";
            if (ANSWER_KEY.matcher(question).matches() && answers.size() < MAX_ANSWERS) {
                String answer = form.limited(name, LONGEST_ANSWER);
                if (!answer.isEmpty()) {
                    answers.put(question, answer);
                }
            }
        }
        return answers;
    }

    private static Set<RecordType> types(Form form, Set<RecordType> before) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        types.addAll(before);
        List<String> shown = form.all(SHOWN);
        for (RecordType type : RecordType.values()) {
            if (shown.contains(type.key())) {
                if (form.isChecked(KIND + type.key())) {
                    types.add(type);
                } else {
                    types.remove(type);
                }
            }
        }
        if (types.contains(RecordType.LIST)) {
            types.add(RecordType.LIST_ITEM);
        } else {
            types.remove(RecordType.LIST_ITEM);
        }
        return types;
    }
}
