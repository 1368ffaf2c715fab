package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.jobs.CatalogFileImport;
import dev.spoolmark.app.jobs.ImportSummary;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.metadata.jsonl.CatalogFile;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
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

/// Imports items from files. Importing the same file again changes nothing.
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Imports movies, shows and people from files. Importing the same file again changes" + " nothing.")
final class CatalogLoadCommand implements Callable<Integer> {

    private static final String IMDB = "imdb";

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, or directories of IMDb data sets; the manual describes the formats.")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "spoolmark",
            description = "spoolmark (JSON Lines, the default), tvmaze (saved responses of TVmaze) or imdb"
                    + " (a directory with the IMDb data sets).")
    private String format;

    @Option(
            names = "--show",
            paramLabel = "TVMAZE_ID",
            description = "TVmaze id of the show of an episode list that does not contain it.")
    private @Nullable Long show;

    CatalogLoadCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ImportSummary total = new ImportSummary();
        if (format.equals(IMDB)) {
            loadImdb(total);
        } else {
            loadFiles(total);
        }
        options.print(total.toString());
        return 0;
    }

    private void loadImdb(ImportSummary total) {
        try (ServerContext context = options.openForBulkLoad(environment);
                ImdbLoadProgress load = new ImdbLoadProgress(environment, context, options::print)) {
            files.forEach(folder -> total.add(load.load(folder)));
        }
    }

    private void loadFiles(ImportSummary total) {
        CatalogFileFormat catalogFormat = CatalogFileFormat.of(format)
                .orElseThrow(() ->
                        UserErrorException.usage("unknown format '" + format + "': use spoolmark, tvmaze or imdb"));
        try (ServerContext context = options.open(environment)) {
            CatalogImport load =
                    new CatalogImport(context.database(), environment.clock(), context.catalog(environment.clock()));
            files.forEach(file -> load(load, file, catalogFormat, total));
        }
    }

    private void load(CatalogImport load, Path file, CatalogFileFormat catalogFormat, ImportSummary total) {
        try (TerminalProgress progress =
                TerminalProgress.of(environment, file.getFileName().toString(), " bytes", Files.size(file))) {
            CatalogFileImport fileImport =
                    new CatalogFileImport(load, warning -> options.print(file + " " + warning), progress::advance);
            CatalogFile.read(file, catalogFormat, show, fileImport);
            fileImport.finish();
            total.add(fileImport.summary());
        } catch (IOException e) {
            throw UserErrorException.of(file + " could not be read: check its path and owner");
        }
    }
}
