package dev.spoolmark.app.command;

import dev.spoolmark.app.BaseIntake;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Turns;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.catalog.BaseLoad;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.metadata.imdb.Damaged;
import dev.spoolmark.metadata.imdb.ImdbFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lays a folder of IMDb's data sets under the catalogue.
final class ImdbLoad implements BaseIntake.Parts, AutoCloseable {

    private final Surroundings around;
    private final Workplace work;
    private final Consumer<String> print;
    private @Nullable Progress progress;

    ImdbLoad(Surroundings around, Workplace work, Consumer<String> print) {
        this.around = around;
        this.work = work;
        this.print = print;
    }

    void load(Path folder, Map<Result, Long> total) {
        BaseLoad load = new BaseLoad(work.database(), around.clock(), work.catalog(around.clock()));
        try (BaseIntake intake = new BaseIntake(load, new Turns(work.data()), print, this)) {
            ImdbFolder imdb = ImdbFolder.of(folder);
            imdb.missing().forEach(file -> print.accept(file + " is not there: what it holds is left out"));
            imdb.read(work.data().folder(), intake);
            intake.tellTheRest();
            for (Result result : Result.values()) {
                total.merge(result, intake.count(result), Long::sum);
            }
        } catch (Damaged damaged) {
            throw Failure.of(String.valueOf(damaged.getMessage()));
        } catch (IOException e) {
            throw Failure.of(folder + " cannot be read: check its path, who owns it, and that the disk is not full");
        }
    }

    @Override
    public void begins(String part, long steps) {
        close();
        progress = Progress.of(around, part, "", steps);
    }

    @Override
    public void reached(long steps) {
        if (progress != null) {
            progress.reached(steps);
        }
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
