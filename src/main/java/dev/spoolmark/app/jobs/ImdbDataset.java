package dev.spoolmark.app.jobs;

import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.metadata.imdb.CorruptDatasetException;
import dev.spoolmark.metadata.imdb.ImdbFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A directory of IMDb data sets to import into the catalog.
///
/// @param workspace directory for temporary files of the external sort
public record ImdbDataset(Path folder, Path workspace) {

    /// Receives the progress.
    public interface Parts {

        void begins(String part, long steps);

        void reached(long steps);
    }

    /// Fingerprint of the files: names, sizes and modification times.
    ///
    /// @throws UserErrorException if there is nothing to import
    String files() {
        if (!Files.isDirectory(folder)) {
            throw UserErrorException.of(folder + " does not exist or is not a directory");
        }
        return reading(ImdbFolder::files);
    }

    /// Reads all files; `remarks` receives messages about missing files and rejected rows.
    ///
    /// @throws UserErrorException if a file cannot be read completely; rows imported before stay
    public ImportSummary load(DatasetImport load, BulkWritePacing turns, Consumer<String> remarks, Parts parts) {
        return reading(imdb -> {
            try (ImdbImport intake = new ImdbImport(load, turns, remarks, parts)) {
                imdb.missing().forEach(file -> remarks.accept(file + " is missing: its content is skipped"));
                imdb.read(workspace, intake);
                intake.importRemaining();
                return intake.count();
            }
        });
    }

    private interface Reading<T> {

        T of(ImdbFolder imdb) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            return reading.of(ImdbFolder.of(folder));
        } catch (CorruptDatasetException damaged) {
            throw UserErrorException.of(String.valueOf(damaged.getMessage()));
        } catch (IOException e) {
            throw UserErrorException.of(
                    folder + " could not be read: check its path, its owner and the free disk space");
        }
    }
}
