package dev.spoolmark.transfer.format;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How a file is read.
///
/// @param zone of times without an offset, where the format says that they are those of the user
/// @param answers to questions of the format, by [ImportQuestion#key]
public record ImportOptions(ZoneId zone, Map<String, String> answers) {

    public ImportOptions {
        answers = Map.copyOf(new TreeMap<>(answers));
    }

    public static ImportOptions of(ZoneId zone) {
        return new ImportOptions(zone, Map.of());
    }

    /// The answer to a question; empty if the user has not answered it.
    public Optional<String> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    /// Whether the user has answered a question with yes.
    public boolean isYes(String question) {
        return answer(question).filter("yes"::equals).isPresent();
    }

    public ImportOptions with(String question, String answer) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.put(question, answer);
        return new ImportOptions(zone, all);
    }
}
