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
public record ImdbDataset(Path directory, Path workspace) {

    /// Receives the progress.
    public interface Progress {

        void begin(String part, long steps);

        void advance(long steps);
    }

    /// Fingerprint of the files: names, sizes and modification times.
    ///
    /// @throws UserErrorException if there is nothing to import
    String fingerprint() {
        if (!Files.isDirectory(directory)) {
            throw UserErrorException.of(directory + " does not exist or is not a directory");
        }
        return withFolder(ImdbFolder::files);
    }

    /// Reads all files; `warnings` receives messages about missing files and rejected rows.
    ///
    /// @throws UserErrorException if a file cannot be read completely; rows imported before stay
    public ImportSummary importInto(
            DatasetImport load, BulkWritePacing pacing, Consumer<String> warnings, Progress parts) {
        return withFolder(imdb -> {
            try (ImdbImport imdbImport = new ImdbImport(load, pacing, warnings, parts)) {
                imdb.missing().forEach(file -> warnings.accept(file + " is missing: its content is skipped"));
                imdb.read(workspace, imdbImport);
                imdbImport.reportSuppressed();
                return imdbImport.summary();
            }
        });
    }

    private interface Operation<T> {

        T apply(ImdbFolder imdb) throws IOException;
    }

    private <T> T withFolder(Operation<T> reading) {
        try {
            return reading.apply(ImdbFolder.of(directory));
        } catch (CorruptDatasetException corrupt) {
            throw UserErrorException.of(String.valueOf(corrupt.getMessage()));
        } catch (IOException e) {
            throw UserErrorException.of(
                    directory + " could not be read: check its path, its owner and the free disk space");
        }
    }
}
