package dev.spoolmark.db;

import dev.spoolmark.core.AsciiNumber;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The last [#SIZE] bytes of a backup, as text: a user can read it with `tail`.
///
/// @param schema number of the newest migration in the backup
/// @param product version of Spoolmark that wrote it
/// @param bytes size of the database before the trailer
/// @param sha256 digest of these bytes and of the fields of the trailer before it
public record BackupTrailer(int schema, String product, Instant made, long bytes, String sha256) {

    static final int SIZE = 512;

    private static final String TITLE = "Spoolmark backup 1";
    private static final int LINES = 6;

    /// The fields that the digest includes.
    byte[] magic() {
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
        String text = new String(magic(), StandardCharsets.US_ASCII) + "sha256 = " + sha256 + "\n";
        byte[] label = new byte[SIZE];
        Arrays.fill(label, (byte) ' ');
        label[SIZE - 1] = '\n';
        byte[] content = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(content, 0, label, 0, content.length);
        return label;
    }

    /// Empty unless every byte is as [#written] writes it.
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
