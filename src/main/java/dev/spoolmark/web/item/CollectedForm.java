package dev.spoolmark.web.item;

import dev.spoolmark.collection.CollectedDetails;
import dev.spoolmark.collection.CollectedField;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The form for the details of a collected movie or episode.
///
/// @param summary the details in words; empty if there are none
public record CollectedForm(String summary, List<Select> selects) {

    private static final String IS_3D = "3d";
    private static final String YES = "yes";
    private static final String NO = "no";

    public CollectedForm {
        selects = List.copyOf(selects);
    }

    /// @param chosen value of the option that is selected; empty for unknown
    public record Select(String name, String label, List<Choice> options, String chosen) {

        public Select {
            options = List.copyOf(options);
        }
    }

    static CollectedForm of(Texts texts, CollectedDetails details) {
        List<Select> selects = new ArrayList<>();
        for (CollectedField field : CollectedField.values()) {
            List<Choice> options = new ArrayList<>(List.of(unknown(texts)));
            field.words().forEach(word -> options.add(new Choice(word, text(texts, field, word))));
            String chosen = Objects.requireNonNullElse(details.word(field), "");
            selects.add(new Select(field.key(), texts.get("copy." + field.key()), options, chosen));
        }
        List<Choice> flags =
                List.of(unknown(texts), new Choice(YES, texts.get("copy.yes")), new Choice(NO, texts.get("copy.no")));
        Boolean is3d = details.is3d();
        selects.add(new Select(IS_3D, texts.get("copy.3d"), flags, is3d == null ? "" : is3d ? YES : NO));
        return new CollectedForm(summary(texts, details), selects);
    }

    private static Choice unknown(Texts texts) {
        return new Choice("", texts.get("copy.unknown"));
    }

    /// The details in one line, such as `Blu-ray · 4K · Dolby Atmos · 7.1`; empty if nothing is known.
    public static String summary(Texts texts, CollectedDetails details) {
        List<String> parts = new ArrayList<>();
        details.words().forEach((field, word) -> parts.add(text(texts, field, word)));
        if (Boolean.TRUE.equals(details.is3d())) {
            parts.add(texts.get("copy.3d"));
        }
        return String.join(" · ", parts);
    }

    /// Channels are their own text.
    private static String text(Texts texts, CollectedField field, String word) {
        return field == CollectedField.AUDIO_CHANNELS || !field.words().contains(word)
                ? word
                : texts.get("copy.word." + word);
    }

    /// The details that a form has sent. A field that is empty is unknown.
    ///
    /// @throws dev.spoolmark.core.ProblemException with `NotFound` for a word that is not allowed
    static CollectedDetails read(PageRequest request) {
        CollectedDetails details = CollectedDetails.NONE;
        for (CollectedField field : CollectedField.values()) {
            String word = request.form().text(field.key());
            if (!word.isEmpty() && !field.words().contains(word)) {
                throw TrackedItems.notFound();
            }
            details = details.with(field, word);
        }
        return switch (request.form().text(IS_3D)) {
            case "" -> details;
            case YES -> details.with3d(true);
            case NO -> details.with3d(false);
            default -> throw TrackedItems.notFound();
        };
    }
}
