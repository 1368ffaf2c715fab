package dev.spoolmark.app.jobs;

import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.catalog.ingest.DatasetImport;
import dev.spoolmark.metadata.imdb.CorruptDatasetException;
import dev.spoolmark.metadata.imdb.ImdbFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A folder of IMDb's data sets, which is laid under the catalogue: by a command, or by a server that keeps up with
/// it.
///
/// @param workspace where what does not fit into memory is laid aside meanwhile
public record ImdbDataset(Path folder, Path workspace) {

    /// Whoever watches how far the work has come.
    public interface Parts {

        void begins(String part, long steps);

        void reached(long steps);
    }

    /// Which files there are, how large, and from when: other words when any of them has changed. Refuses with a
    /// [UserErrorException] when there is nothing to load.
    String files() {
        if (!Files.isDirectory(folder)) {
            throw UserErrorException.of(folder + " does not exist or is not a directory");
        }
        return reading(ImdbFolder::files);
    }

    /// Everything in it; `remarks` hears what is missing or was refused. Refuses with a [UserErrorException] when a
    /// file cannot
    /// be read to its end. What came before that stays.
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
