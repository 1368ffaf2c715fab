package dev.spoolmark.app.command;

import dev.spoolmark.app.CatalogIntake;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.LoadCount;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.catalog.CatalogLoad;
import dev.spoolmark.metadata.CatalogFile;
import dev.spoolmark.metadata.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes the items of files into the catalogue. The same file again changes nothing.
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Takes movies, shows and people from files into the catalogue. The same file again changes"
                + " nothing.")
final class CatalogLoadCommand implements Callable<Integer> {

    private static final String IMDB = "imdb";

    private final Surroundings around;

    @Mixin
    private Place place;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files to read, or folders of IMDb; the manual shows their form.")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "spoolmark",
            description = "spoolmark (JSON Lines, the default), tvmaze (answers of TVmaze, saved as they came) or imdb"
                    + " (a folder with IMDb's data sets).")
    private String format;

    @Option(
            names = "--show",
            paramLabel = "TVMAZE_ID",
            description = "The show that a list of episodes from TVmaze belongs to, when the list does not say.")
    private @Nullable Long show;

    CatalogLoadCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        LoadCount total = new LoadCount();
        if (format.equals(IMDB)) {
            loadImdb(total);
        } else {
            loadFiles(total);
        }
        place.print(total.toString());
        return 0;
    }

    private void loadImdb(LoadCount total) {
        try (Workplace work = place.openToFill(around);
                ImdbLoad load = new ImdbLoad(around, work, place::print)) {
            files.forEach(folder -> total.add(load.load(folder)));
        }
    }

    private void loadFiles(LoadCount total) {
        Format wanted = Format.of(format)
                .orElseThrow(() -> Failure.usage("there is no format '" + format + "': use spoolmark, tvmaze or imdb"));
        try (Workplace work = place.open(around)) {
            CatalogLoad load = new CatalogLoad(work.database(), around.clock(), work.catalog(around.clock()));
            files.forEach(file -> load(load, file, wanted, total));
        }
    }

    private void load(CatalogLoad load, Path file, Format wanted, LoadCount total) {
        try (Progress progress = Progress.of(around, file.getFileName().toString(), " bytes", Files.size(file))) {
            CatalogIntake intake =
                    new CatalogIntake(load, remark -> place.print(file + " " + remark), progress::reached);
            CatalogFile.read(file, wanted, show, intake);
            intake.finish();
            total.add(intake.count());
        } catch (IOException e) {
            throw Failure.of(file + " cannot be read: check its path and who owns it");
        }
    }
}
