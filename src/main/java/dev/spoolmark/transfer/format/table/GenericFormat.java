package dev.spoolmark.transfer.format.table;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table of any program as CSV or JSON, also the one that Trakt imports. It matches whatever names items, so that it
/// comes last of all formats.
public final class GenericFormat implements ImportFormat {

    /// The heading of a table in which every column is recognised.
    public static final String TEMPLATE =
            "title,year,type,season,episode,imdb_id,tmdb_id,tvdb_id,watched_at,rating,rated_at,watchlisted_at,list,notes";

    static final String COLUMNS = "columns";
    static final String DATE_ORDER = "date-order";
    static final String RATING_SCALE = "rating-scale";
    static final String ROWS_ARE = "rows-are";

    private static final int PREVIEW_ROWS = 5;

    @Override
    public String key() {
        return "csv";
    }

    @Override
    public String title() {
        return "CSV or JSON";
    }

    /// Only a single file: an archive of tables is one of a format of its own.
    @Override
    public boolean matches(ImportFile file) {
        if (file.members().size() != 1) {
            return false;
        }
        try {
            return TableMapping.guess(TableSource.of(file).columns()).hasItem();
        } catch (ImportFileException noTable) {
            return false;
        }
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        TableSource source = TableSource.of(file);
        TableMapping guess = TableMapping.guess(source.columns());
        TableMapping mapping = TableSettings.mapping(source.columns(), options);
        List<ImportQuestion> questions = new ArrayList<>();
        questions.add(new ImportQuestion(
                COLUMNS,
                !guess.hasItem(),
                guess.hasItem() ? List.of(guess.toString()) : List.of(),
                String.join(", ", source.columns())));
        if (mapping.hasItem() && !mapping.hasStatement()) {
            questions.add(new ImportQuestion(ROWS_ARE, true, TableSettings.ROWS, ""));
        }
        addScanned(TableScan.of(source, mapping, TableSettings.isOfTen(source.columns(), mapping)), questions);
        return questions;
    }

    private static void addScanned(TableScan scan, List<ImportQuestion> questions) {
        if (scan.hasUnclearDates()) {
            questions.add(new ImportQuestion(DATE_ORDER, true, TableDateOrder.keys(), scan.date()));
        }
        if (scan.hasUnclearScores()) {
            String proposed = Integer.toString(scan.highestOfScale());
            List<String> scales = new ArrayList<>(TableSettings.SCALES);
            scales.remove(proposed);
            scales.addFirst(proposed);
            questions.add(new ImportQuestion(RATING_SCALE, true, scales, scan.score()));
        }
    }

    /// The columns, what they contain by their names or by the answer of the user, and the first rows.
    ///
    /// @throws ImportFileException if the beginning of the file cannot be read
    public static TablePreview preview(ImportFile file, ImportOptions options) {
        TableSource source = TableSource.of(file);
        List<List<String>> rows = new ArrayList<>();
        source.forEach(PREVIEW_ROWS, row -> rows.add(row.cells()));
        return new TablePreview(
                source.columns(),
                TableSettings.mapping(source.columns(), options).fields(),
                rows);
    }

    /// What a column may contain, as the keys in [TablePreview#fields].
    public static List<String> fields() {
        return Arrays.stream(TableField.values()).map(TableField::key).toList();
    }

    /// The answer to the question `columns` for a choice in each column.
    ///
    /// @param fields keys of fields; empty for columns that are ignored
    public static String answer(List<String> columns, List<String> fields) {
        return TableMapping.text(columns, fields);
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        TableSource source = TableSource.of(file);
        new TableReader(source, TableSettings.of(file, source, options), sink).read();
    }
}
