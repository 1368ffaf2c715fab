package dev.spoolmark.web.imports;

import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.run.ImportPreview;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.PreviewRow;
import dev.spoolmark.transfer.run.RatingConflict;
import dev.spoolmark.transfer.run.RecordType;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.PlayTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a file contains, and the choices of its import.
///
/// @param problem why the file cannot be read; empty if it can
/// @param questions of the format
/// @param kinds of records in the file
/// @param members records by the file in the archive
/// @param range of the times of plays; empty if there are none
/// @param skipped rows that are not imported, in words; empty if there are none
/// @param isReady whether it can begin
public record ImportPreviewPage(
        Layout layout,
        Form form,
        String path,
        String fileName,
        String problem,
        List<Choice> formats,
        List<QuestionField> questions,
        List<KindSection> kinds,
        List<MemberCount> members,
        String range,
        String skipped,
        List<String> warnings,
        List<Choice> ratings,
        boolean isReady) {

    public ImportPreviewPage {
        formats = List.copyOf(formats);
        questions = List.copyOf(questions);
        kinds = List.copyOf(kinds);
        members = List.copyOf(members);
        warnings = List.copyOf(warnings);
        ratings = List.copyOf(ratings);
    }

    /// @param choices empty if any text is an answer
    /// @param hint what in the file it is about; null for nothing
    public record QuestionField(
            String name,
            String label,
            List<Choice> choices,
            @Nullable String hint) {

        public QuestionField {
            choices = List.copyOf(choices);
        }
    }

    /// @param rows the first ones
    public record KindSection(String key, String title, String count, List<String> rows) {

        public KindSection {
            rows = List.copyOf(rows);
        }

        /// The name of its checkbox.
        public String field() {
            return ImportChoicesForm.KIND + key;
        }

        /// Whether it is a kind that can be chosen; the entries of lists go with the lists.
        public boolean isChoice() {
            return !key.equals(RecordType.LIST_ITEM.key());
        }
    }

    public record MemberCount(String name, String records) {}

    /// Whether a kind of record is in the file.
    public boolean has(String kind) {
        return kinds.stream().anyMatch(section -> section.key().equals(kind));
    }

    static ImportPreviewPage of(PageRequest request, ImportRun run, ImportPreview preview, @Nullable Form sent) {
        ImportTexts texts = new ImportTexts(request.text());
        Form form = sent == null ? ImportChoicesForm.of(request.text(), run, preview.questions()) : sent;
        boolean isReady = preview.questions().stream()
                .noneMatch(question ->
                        question.isRequired() && !run.choices().answers().containsKey(question.key()));
        return new ImportPreviewPage(
                request.layout("import.preview.title", ImportTexts.format(run.format())),
                form,
                RequestedImport.path(run),
                run.fileName(),
                "",
                ImportTexts.formats(),
                preview.questions().stream()
                        .map(question -> field(texts, question))
                        .toList(),
                kinds(request, texts, preview),
                new TreeMap<>(preview.members())
                        .entrySet().stream()
                                .map(member -> new MemberCount(
                                        member.getKey(), request.formats().number(member.getValue())))
                                .toList(),
                range(request, preview),
                preview.skipped() == 0 ? "" : request.text().count("import.preview.skipped", preview.skipped()),
                preview.warnings().stream()
                        .map(warning -> request.text()
                                .get(
                                        "import.preview.warning",
                                        request.text()
                                                .get("import.warning."
                                                        + warning.topic().key()),
                                        warning.detail().isEmpty()
                                                ? warning.source().toString()
                                                : warning.detail()))
                        .toList(),
                Choice.of(RatingConflict.class, request.text(), "import.ratings."),
                isReady);
    }

    /// The page of a file that cannot be read.
    static ImportPreviewPage unreadable(PageRequest request, ImportRun run, String problem) {
        return new ImportPreviewPage(
                request.layout("import.preview.title", ImportTexts.format(run.format())),
                ImportChoicesForm.of(request.text(), run, List.of()),
                RequestedImport.path(run),
                run.fileName(),
                problem,
                ImportTexts.formats(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                false);
    }

    private static QuestionField field(ImportTexts texts, ImportQuestion question) {
        List<Choice> choices = new ArrayList<>();
        if (question.choices().size() > 1
                || (question.isRequired() && !question.choices().isEmpty())) {
            if (question.isRequired()) {
                choices.add(new Choice("", texts.text().get("import.question.choose")));
            }
            question.choices().forEach(value -> choices.add(new Choice(value, texts.answer(question.key(), value))));
        }
        return new QuestionField(
                ImportChoicesForm.ANSWER + question.key(),
                texts.label(question.key()),
                choices,
                question.example().isEmpty() ? null : texts.text().get("import.question.example", question.example()));
    }

    private static List<KindSection> kinds(PageRequest request, ImportTexts texts, ImportPreview preview) {
        return Stream.of(RecordType.values())
                .filter(type -> type != RecordType.NONE && preview.types().containsKey(type))
                .map(type -> new KindSection(
                        type.key(),
                        texts.type(type),
                        request.formats().number(preview.types().getOrDefault(type, 0L)),
                        Stream.concat(
                                        preview.first().getOrDefault(type, List.of()).stream(),
                                        type == RecordType.PLAY
                                                ? preview
                                                        .first()
                                                        .getOrDefault(RecordType.PLAY_COUNT, List.of())
                                                        .stream()
                                                : Stream.of())
                                .map(row -> text(request, row))
                                .toList()))
                .toList();
    }

    private static String text(PageRequest request, PreviewRow row) {
        if (row.time() != null) {
            return row.label() + " · " + PlayTime.label(request.formats(), request.text(), row.time());
        }
        return row.score() == null ? row.label() : row.label() + " · " + score(row.score());
    }

    private static String score(double score) {
        return score == Math.rint(score) ? Long.toString(Math.round(score)) : Double.toString(score);
    }

    private static String range(PageRequest request, ImportPreview preview) {
        Instant earliest = preview.earliest();
        Instant latest = preview.latest();
        return earliest == null || latest == null
                ? ""
                : request.text()
                        .get(
                                "import.preview.range",
                                request.formats().date(earliest),
                                request.formats().date(latest));
    }
}
