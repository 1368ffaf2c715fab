package dev.spoolmark.app;

import dev.spoolmark.catalog.BaseLoad;
import dev.spoolmark.metadata.imdb.Damaged;
import dev.spoolmark.metadata.imdb.ImdbFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A folder of IMDb's data sets, which is laid under the catalogue: by a command, or by a server that keeps up with it.
///
/// @param workspace where what does not fit into memory is laid aside meanwhile
public record BaseFolder(Path folder, Path workspace) {

    /// Whoever watches how far the work has come.
    public interface Parts {

        void begins(String part, long steps);

        void reached(long steps);
    }

    /// Which files there are, how large, and from when: other words when any of them has changed. Refuses with a
    /// [Failure] when there is nothing to load.
    String files() {
        if (!Files.isDirectory(folder)) {
            throw Failure.of(folder + " is not there, or no folder");
        }
        return reading(ImdbFolder::files);
    }

    /// Everything in it; `remarks` hears what is missing or was refused. Refuses with a [Failure] when a file cannot be
    /// read to its end. What came before that stays.
    public LoadCount load(BaseLoad load, Turns turns, Consumer<String> remarks, Parts parts) {
        return reading(imdb -> {
            try (BaseIntake intake = new BaseIntake(load, turns, remarks, parts)) {
                imdb.missing().forEach(file -> remarks.accept(file + " is not there: what it holds is left out"));
                imdb.read(workspace, intake);
                intake.tellTheRest();
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
        } catch (Damaged damaged) {
            throw Failure.of(String.valueOf(damaged.getMessage()));
        } catch (IOException e) {
            throw Failure.of(folder + " cannot be read: check its path, who owns it, and that the disk is not full");
        }
    }
}
