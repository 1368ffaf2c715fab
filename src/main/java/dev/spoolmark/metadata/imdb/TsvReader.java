package dev.spoolmark.metadata.imdb;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads one file row by row: tab-separated, the first line names the columns, `\N` is an absent value.
///
/// Columns are converted only when they are read, since most rows are skipped. A row with too few or too many
/// columns is reported and skipped.
final class TsvReader implements Closeable {

    private final String name;
    private final TsvLineReader lines;
    private final int[] indexes;
    private final int columns;
    private final ImdbConsumer consumer;

    private TsvReader(String name, TsvLineReader lines, ImdbConsumer consumer, List<String> columns)
            throws IOException {
        this.name = name;
        this.lines = lines;
        this.consumer = consumer;
        List<String> header = lines.next() ? lines.cells() : List.of();
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new CorruptDatasetException(name + " has no column \"" + column + "\" in its first line");
            }
        }
        this.indexes = columns.stream().mapToInt(header::indexOf).toArray();
        this.columns = header.size();
    }

    /// @param consumer called with invalid rows and values
    static TsvReader open(Path file, ImdbFile form, ImdbConsumer consumer, LongConsumer bytes) throws IOException {
        String name = file.getFileName().toString();
        TsvLineReader lines = TsvLineReader.open(file, bytes);
        try {
            return new TsvReader(name, lines, consumer, form.columns());
        } catch (ZipException | EOFException e) {
            lines.close();
            throw corrupt(name, 1);
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    /// Moves to the next valid row.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        try {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    reject("is longer than any row");
                } else if (lines.count() != columns) {
                    reject("has " + lines.count() + " columns instead of " + columns);
                } else {
                    return true;
                }
            }
            return false;
        } catch (ZipException | EOFException e) {
            throw corrupt(name, lines.number());
        }
    }

    private static CorruptDatasetException corrupt(String name, long line) {
        return new CorruptDatasetException(name + " is damaged at line " + line + ": download it again");
    }

    void reject(String reason) {
        consumer.invalidRow(name, lines.number(), reason);
    }

    void report(String reason) {
        consumer.invalidValue(name, lines.number(), reason + " and is left out");
    }

    String name() {
        return name;
    }

    long line() {
        return lines.number();
    }

    /// @return the text in the column at this index of the list
    @Nullable
    String text(int column) {
        return lines.isNull(indexes[column]) ? null : lines.cell(indexes[column]);
    }

    /// @return the text, which can be empty
    String needed(int column) {
        return lines.cell(indexes[column]);
    }

    boolean is(int column, String text) {
        return lines.is(indexes[column], text);
    }

    /// @return a whole number, at least 0; null if absent; invalid numbers are reported and count as absent
    @Nullable
    Integer number(int column) {
        int index = indexes[column];
        try {
            return lines.isNull(index) ? null : TsvNumbers.parse(lines.cell(index));
        } catch (InvalidRowException invalid) {
            report(invalid.reason());
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
