package dev.spoolmark.app.cli;

import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.run.ImportPreview;
import dev.spoolmark.transfer.run.ImportRow;
import dev.spoolmark.transfer.run.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Imports in lines for the operator.
final class ImportText {

    private ImportText() {}

    static List<String> preview(ImportPreview preview) {
        List<String> lines = new ArrayList<>();
        preview.warnings().forEach(warning -> lines.add(warning.topic().text() + ": " + warning.detail()));
        new TreeMap<>(preview.members()).forEach((member, records) -> lines.add(member + ": " + records));
        if (preview.earliest() != null) {
            lines.add("plays from " + preview.earliest() + " to " + preview.latest());
        }
        lines.add(new TreeMap<>(preview.types())
                        .entrySet().stream()
                                .filter(type -> type.getKey() != RecordType.NONE)
                                .map(type -> type.getKey().counted(type.getValue()))
                                .collect(Collectors.joining(", "))
                + " found; " + preview.skipped() + " skipped; nothing was imported");
        return lines;
    }

    static String missingAnswer(ImportQuestion question) {
        String example = question.example().isEmpty() ? "" : " (" + question.example() + ")";
        String choices = question.choices().isEmpty() ? "..." : String.join(" | ", question.choices());
        return "the file does not say its " + question.key() + example + ": add --answer " + question.key() + "="
                + choices;
    }

    /// One line, whatever the file contains.
    static String row(ImportRow row) {
        String text = row.source() + " " + row.outcome().key() + ": " + (row.label() == null ? "" : row.label())
                + (row.reason() == null ? "" : " (" + row.reason().replace('_', ' ') + ")");
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
