package dev.spoolmark.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A member as a table with a heading (RFC 4180). The separator is a comma, a semicolon or a tab, whichever the heading
/// has most of. Fields may contain line breaks.
public final class CsvTable {

    private static final String SEPARATORS = ",;\t";

    private final ImportFile file;
    private final String member;
    private final CsvReader.CsvReaderBuilder reader;
    private final int leadingRows;

    private CsvTable(ImportFile file, String member, char separator, int leadingRows) {
        this.file = file;
        this.member = member;
        this.leadingRows = leadingRows;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .maxBufferSize(ImportLimits.ROW);
    }

    public static CsvTable of(ImportFile file, String member) {
        return after(file, member, 0);
    }

    /// A table whose heading follows other rows.
    ///
    /// @param leadingRows rows before the heading; blank lines do not count
    public static CsvTable after(ImportFile file, String member, int leadingRows) {
        return new CsvTable(file, member, separator(file.head(member)), leadingRows);
    }

    /// The columns of a member, in lower case; empty if it does not look like a table.
    public static List<String> columns(ImportFile file, String member) {
        String head = file.head(member);
        int end = lineEnd(head);
        try {
            return heading(CsvReader.builder()
                    .fieldSeparator(separator(head))
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofSingleCsvRecord(head.substring(0, end)));
        } catch (CsvParseException noTable) {
            return List.of();
        }
    }

    /// Passes each row below the heading, and warns of an old encoding and of the first row that has more cells than
    /// the heading.
    ///
    /// @throws ImportFileException if a row is too long, or a quote has no end
    public void forEach(RecordSink sink, Consumer<CsvRow> consumer) {
        if (file.isOldEncoding(member)) {
            sink.warn(new RecordSource(member, 0), Topic.OLD_ENCODING, member);
        }
        boolean[] isWarned = {false};
        forEach(row -> {
            if (row.isTooLong() && !isWarned[0]) {
                isWarned[0] = true;
                sink.warn(row.source(), Topic.EXTRA_CELLS, member);
            }
            consumer.accept(row);
        });
    }

    /// Passes each row below the heading.
    ///
    /// @throws ImportFileException if a row is too long, or a quote has no end
    public void forEach(Consumer<CsvRow> consumer) {
        forEach(ImportLimits.ROWS, consumer);
    }

    /// Passes the first rows below the heading.
    ///
    /// @throws ImportFileException if a row is too long, or a quote has no end
    public void forEach(int limit, Consumer<CsvRow> consumer) {
        CsvColumns[] columns = {CsvColumns.NONE};
        rows((number, row) -> {
            if (number == leadingRows) {
                columns[0] = new CsvColumns(heading(row));
            } else if (number > leadingRows) {
                consumer.accept(new CsvRow(
                        new RecordSource(member, (int) row.getStartingLineNumber()), columns[0], cells(row)));
            }
            return number - leadingRows < limit;
        });
    }

    private static List<String> cells(CsvRecord row) {
        return row.getFields().stream().map(StorableText::of).toList();
    }

    /// Receives a row with its number from 0.
    @FunctionalInterface
    private interface RowConsumer {

        /// @return whether the next row is needed
        boolean accept(int number, CsvRecord row);
    }

    private void rows(RowConsumer consumer) {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(ImportLimits.COLUMNS)
                .maxFieldSize(ImportLimits.CELL)
                .maxRecordSize(ImportLimits.ROW)
                .build();
        try (Reader text = file.text(member);
                CsvReader<CsvRecord> rows = reader.build(handler, text)) {
            int number = 0;
            for (CsvRecord row : rows) {
                if (!consumer.accept(number, row)) {
                    return;
                }
                number++;
            }
        } catch (CsvParseException e) {
            throw new ImportFileException(FileProblem.TOO_LONG_ROW, member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of the columns, in lower case; unlike [#columns] in the encoding of the whole member.
    ///
    /// @throws ImportFileException if the heading is too long
    public List<String> heading() {
        List<String> names = new ArrayList<>();
        rows((number, row) -> {
            if (number == leadingRows) {
                names.addAll(heading(row));
            }
            return number < leadingRows;
        });
        return names;
    }

    private static List<String> heading(CsvRecord row) {
        List<String> columns = new ArrayList<>();
        row.getFields().forEach(cell -> columns.add(CsvColumns.normal(cell)));
        return columns;
    }

    /// Quoted separators do not count.
    private static char separator(String head) {
        int[] counts = new int[SEPARATORS.length()];
        boolean isQuoted = false;
        int end = lineEnd(head);
        for (int at = 0; at < end; at++) {
            char c = head.charAt(at);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private static int lineEnd(String head) {
        boolean isQuoted = false;
        for (int at = 0; at < head.length(); at++) {
            char c = head.charAt(at);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '\n' || c == '\r')) {
                return at;
            }
        }
        return head.length();
    }
}
