package dev.spoolmark.web.imports;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.run.ImportCounts;
import dev.spoolmark.transfer.run.ImportFormats;
import dev.spoolmark.transfer.run.ImportRow;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.ImportStatus;
import dev.spoolmark.transfer.run.RecordType;
import dev.spoolmark.transfer.run.RowOutcome;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Imports in the words of a language.
record ImportTexts(Texts text) {

    String status(ImportStatus status) {
        return text.get("import.status." + status.key());
    }

    String type(RecordType type) {
        return text.get("import.type." + type.key());
    }

    String counted(RecordType type, long number) {
        return text.count("import.count." + type.key(), number);
    }

    /// What was added: `6 plays, 5 ratings`; empty if nothing was.
    String added(ImportCounts counts) {
        return Stream.of(RecordType.values())
                .filter(type -> counts.added(type) > 0)
                .map(type -> counted(type, counts.added(type)))
                .collect(Collectors.joining(", "));
    }

    /// Why a row was not imported, or what a warning is about; empty if there is nothing to say.
    String reason(ImportRow row) {
        String group = row.outcome() == RowOutcome.WARNING ? "import.warning." : "import.reason.";
        return row.reason() == null ? "" : known(group + row.reason(), row.reason());
    }

    String problem(FileProblem problem) {
        return text.get("import.problem." + problem.key());
    }

    /// Why an import has ended early; empty if it has not.
    String problem(ImportRun run) {
        String stored = run.problem();
        if (stored == null) {
            return "";
        }
        int space = stored.indexOf(' ');
        String key = "import.problem." + (space < 0 ? stored : stored.substring(0, space));
        return text.has(key)
                ? text.get("import.problem.at", stored.substring(space + 1), text.get(key))
                : text.get("import.problem.other");
    }

    /// The name of a format, or its key if this server no longer has it.
    static String format(String key) {
        return ImportFormats.find(key).map(ImportFormat::title).orElse(key);
    }

    static List<Choice> formats() {
        return ImportFormats.all().stream()
                .map(format -> new Choice(format.key(), format.title()))
                .sorted((one, other) -> one.text().compareToIgnoreCase(other.text()))
                .toList();
    }

    /// What a format asks.
    String label(String key) {
        return known("import.question." + key, key);
    }

    /// An answer to choose; one that a file names itself, such as a profile, as it is.
    String answer(String question, String value) {
        String own = "import.answer." + question + "." + value;
        return text.has(own) ? text.get(own) : known("import.answer." + value, value);
    }

    private String known(String key, String otherwise) {
        return text.has(key) ? text.get(key) : otherwise;
    }
}
