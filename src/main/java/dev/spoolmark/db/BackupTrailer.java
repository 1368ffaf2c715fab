package dev.spoolmark.db;

import dev.spoolmark.core.AsciiNumber;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands behind the store in a backup: [#SIZE] bytes of text, so that a person can read it with `tail`.
///
/// @param schema the number of the newest migration in it
/// @param product which Spoolmark made it
/// @param bytes how long the store before the label is
/// @param sha256 over those bytes, and the words of the label before it
public record BackupTrailer(int schema, String product, Instant made, long bytes, String sha256) {

    static final int SIZE = 512;

    private static final String TITLE = "Spoolmark backup 1";
    private static final int LINES = 6;

    /// What the checksum goes over beside the store.
    byte[] words() {
        return String.format(Locale.ROOT, """
                %s
                schema = %d
                version = %s
                made = %s
                bytes = %d
                """, TITLE, schema, product, made, bytes)
                .getBytes(StandardCharsets.US_ASCII);
    }

    BackupTrailer with(String checksum) {
        return new BackupTrailer(schema, product, made, bytes, checksum);
    }

    byte[] written() {
        String text = new String(words(), StandardCharsets.US_ASCII) + "sha256 = " + sha256 + "\n";
        byte[] label = new byte[SIZE];
        Arrays.fill(label, (byte) ' ');
        label[SIZE - 1] = '\n';
        byte[] words = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(words, 0, label, 0, words.length);
        return label;
    }

    /// Nothing when a single byte is not where [#written] puts it.
    static Optional<BackupTrailer> read(byte[] label) {
        List<String> lines = new String(label, StandardCharsets.US_ASCII)
                .lines()
                .limit(LINES)
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .toList();
        try {
            return lines.size() < LINES
                    ? Optional.empty()
                    : Optional.of(of(lines)).filter(read -> Arrays.equals(read.written(), label));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static BackupTrailer of(List<String> lines) {
        return new BackupTrailer(
                AsciiNumber.parseInt(lines.get(1)),
                lines.get(2),
                Instant.parse(lines.get(3)),
                AsciiNumber.parseLong(lines.get(4)),
                lines.get(5).toLowerCase(Locale.ROOT));
    }
}
