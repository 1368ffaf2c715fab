package dev.spoolmark.transfer.format.jellyfin;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.record.RecordSource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

/// The lines of a member. Quotes mean nothing in it.
final class JellyfinLines {

    /// In characters.
    private static final int MAX_LENGTH = 64 << 10;

    private JellyfinLines() {}

    /// Passes each line that is not blank.
    ///
    /// @throws ImportFileException if a line is too long
    static void forEach(ImportFile file, String member, BiConsumer<RecordSource, String> consumer) {
        try (Reader text = file.text(member)) {
            StringBuilder line = new StringBuilder();
            int number = 1;
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (c == '\n') {
                    pass(member, number, line, consumer);
                    number++;
                } else if (line.length() < MAX_LENGTH) {
                    line.append((char) c);
                } else {
                    throw new ImportFileException(FileProblem.TOO_LONG_ROW, member);
                }
            }
            pass(member, number, line, consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pass(String member, int number, StringBuilder line, BiConsumer<RecordSource, String> consumer) {
        String text = line.toString().strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            consumer.accept(new RecordSource(member, number), text);
        }
    }
}
