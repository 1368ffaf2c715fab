package dev.spoolmark.transfer.format.spoolmark;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.trakt.TraktReader;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ZIP export of this server: the layout of Trakt, and `spoolmark.json` with what that layout cannot hold.
///
/// Everything that a user has stored is restored, except what gives access to the account, what concerns other users
/// (`docs/security.md#sec-p7`), and the picture.
public final class SpoolmarkFormat implements ImportFormat {

    private static final String MANIFEST = "spoolmark.json";

    /// The newest version that this reads.
    private static final int VERSION = 1;

    private static final Pattern HEAD = Pattern.compile(
            "\\A\\s*\\{\\s*\"format\"\\s*:\\s*\"spoolmark-export\"\\s*,\\s*\"version\"\\s*:\\s*(\\d{1,9})\\b");

    @Override
    public String key() {
        return "spoolmark";
    }

    @Override
    public String title() {
        return "Spoolmark";
    }

    @Override
    public boolean matches(ImportFile file) {
        return file.member(MANIFEST)
                .filter(manifest -> HEAD.matcher(file.head(manifest)).find())
                .isPresent();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        String manifest = file.member(MANIFEST)
                .orElseThrow(() -> new ImportFileException(FileProblem.UNKNOWN_FORMAT, file.name()));
        requireKnownVersion(file, manifest);
        new TraktReader(file, sink, SpoolmarkPlays.read(file, manifest)).read();
        new SpoolmarkShows(file, manifest, sink).read();
        new SpoolmarkSettings(file, manifest, sink).read();
        new SpoolmarkDigests(file, manifest, sink).check();
    }

    private static void requireKnownVersion(ImportFile file, String manifest) {
        Matcher head = HEAD.matcher(file.head(manifest));
        if (!head.find() || AsciiNumber.parseInt(head.group(1)) > VERSION) {
            throw new ImportFileException(FileProblem.UNKNOWN_FORMAT, manifest);
        }
    }
}
