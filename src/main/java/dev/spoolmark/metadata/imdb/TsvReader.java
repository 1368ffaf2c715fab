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

/// One of the files, read row by row: tab-separated, the first line names the columns, `\N` stands for nothing.
///
/// Nothing is made of a column before somebody asks for it: most rows are not wanted. A row with too few or too many
/// columns is refused, and the next one read.
final class TsvReader implements Closeable {

    private final String name;
    private final TsvLineReader lines;
    private final int[] wanted;
    private final int columns;
    private final ImdbConsumer reader;

    private TsvReader(String name, TsvLineReader lines, ImdbConsumer reader, List<String> columns) throws IOException {
        this.name = name;
        this.lines = lines;
        this.reader = reader;
        List<String> named = lines.next() ? lines.cells() : List.of();
        for (String column : columns) {
            if (!named.contains(column)) {
                throw new CorruptDatasetException(name + " has no column \"" + column + "\" in its first line");
            }
        }
        this.wanted = columns.stream().mapToInt(named::indexOf).toArray();
        this.columns = named.size();
    }

    /// @param reader is called with rows that are none, and with values that are none
    static TsvReader open(Path file, ImdbFile form, ImdbConsumer reader, LongConsumer bytes) throws IOException {
        String name = file.getFileName().toString();
        TsvLineReader lines = TsvLineReader.open(file, bytes);
        try {
            return new TsvReader(name, lines, reader, form.columns());
        } catch (ZipException | EOFException e) {
            lines.close();
            throw damaged(name, 1);
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    /// Goes to the next row that is one; false at the end.
    boolean next() throws IOException {
        try {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    refuse("is longer than any row");
                } else if (lines.count() != columns) {
                    refuse("has " + lines.count() + " columns instead of " + columns);
                } else {
                    return true;
                }
            }
            return false;
        } catch (ZipException | EOFException e) {
            throw damaged(name, lines.number());
        }
    }

    private static CorruptDatasetException damaged(String name, long line) {
        return new CorruptDatasetException(name + " is damaged at line " + line + ": fetch it anew");
    }

    void refuse(String reason) {
        reader.refused(name, lines.number(), reason);
    }

    void odd(String reason) {
        reader.odd(name, lines.number(), reason + " and is left out");
    }

    String name() {
        return name;
    }

    long line() {
        return lines.number();
    }

    /// The text in the column that was named at this place in the list.
    @Nullable
    String text(int column) {
        return lines.isNothing(wanted[column]) ? null : lines.cell(wanted[column]);
    }

    /// The text there, which may be empty.
    String needed(int column) {
        return lines.cell(wanted[column]);
    }

    boolean is(int column, String text) {
        return lines.is(wanted[column], text);
    }

    /// A whole number from 0 up, or nothing where there is none; what is no number is reported and counts as
    /// nothing.
    @Nullable
    Integer number(int column) {
        int index = wanted[column];
        try {
            return lines.isNothing(index) ? null : TsvNumbers.parse(lines.cell(index));
        } catch (InvalidRowException unfit) {
            odd(unfit.reason());
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
