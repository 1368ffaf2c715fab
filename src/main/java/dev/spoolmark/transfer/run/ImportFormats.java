package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.spoolmark.SpoolmarkFormat;
import dev.spoolmark.transfer.format.trakt.ScrobFormat;
import dev.spoolmark.transfer.format.trakt.TraktFormat;
import java.util.List;
import java.util.Optional;

/// All formats, the most specific ones first.
public final class ImportFormats {

    private static final List<ImportFormat> ALL = List.of(new SpoolmarkFormat(), new ScrobFormat(), new TraktFormat());

    private ImportFormats() {}

    public static List<ImportFormat> all() {
        return ALL;
    }

    public static Optional<ImportFormat> find(String key) {
        return ALL.stream().filter(format -> format.key().equals(key)).findFirst();
    }

    /// The format that a file is of, by its content.
    ///
    /// @throws ImportFileException if it is of none
    static ImportFormat detect(ImportFile file) {
        return ALL.stream()
                .filter(format -> format.matches(file))
                .findFirst()
                .orElseThrow(() -> new ImportFileException(FileProblem.UNKNOWN_FORMAT, file.name()));
    }
}
