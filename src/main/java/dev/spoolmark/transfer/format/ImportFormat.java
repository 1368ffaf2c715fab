package dev.spoolmark.transfer.format;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;

/// What one tracker exports. A format knows files and no database, and holds no more in memory than what joins the
/// members of an archive.
public interface ImportFormat {

    /// Its name on the command line, in addresses and in the database, such as `letterboxd`.
    String key();

    /// Its name for people, such as `Letterboxd`.
    String title();

    /// Whether a file looks like one of this format, by its content. Names of members count, that of the file does not.
    boolean matches(ImportFile file);

    /// What the user has to answer before the file can be read, as its content does not say it.
    ///
    /// @param options with the answers so far
    default List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        return List.of();
    }

    /// Reads everything, in the same order each time: an import that was interrupted goes on at the record where it
    /// stopped. A row that cannot be read is skipped and does not affect the others.
    ///
    /// @throws ImportFileException if the file cannot be read further
    void read(ImportFile file, ImportOptions options, RecordSink sink);
}
