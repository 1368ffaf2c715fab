package dev.spoolmark.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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

    /// Passes each row below the heading.
    ///
    /// @throws ImportFileException if a row is too long, or a quote has no end
    public void forEach(Consumer<CsvRow> consumer) {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(ImportLimits.COLUMNS)
                .maxFieldSize(ImportLimits.CELL)
                .maxRecordSize(ImportLimits.ROW)
                .build();
        try (Reader text = file.text(member);
                CsvReader<CsvRecord> rows = reader.build(handler, text)) {
            int number = 0;
            CsvColumns columns = CsvColumns.NONE;
            for (CsvRecord row : rows) {
                if (number == leadingRows) {
                    columns = new CsvColumns(heading(row));
                } else if (number > leadingRows) {
                    consumer.accept(new CsvRow(
                            new RecordSource(member, (int) row.getStartingLineNumber()), columns, row.getFields()));
                }
                number++;
            }
        } catch (CsvParseException e) {
            throw new ImportFileException(FileProblem.TOO_LONG_ROW, member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
