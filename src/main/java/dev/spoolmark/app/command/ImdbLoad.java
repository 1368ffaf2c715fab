package dev.spoolmark.app.command;

import dev.spoolmark.app.BaseFolder;
import dev.spoolmark.app.LoadCount;
import dev.spoolmark.app.Turns;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.catalog.BaseLoad;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lays a folder of IMDb's data sets under the catalogue.
final class ImdbLoad implements BaseFolder.Parts, AutoCloseable {

    private final Surroundings around;
    private final Workplace work;
    private final Consumer<String> print;
    private @Nullable Progress progress;

    ImdbLoad(Surroundings around, Workplace work, Consumer<String> print) {
        this.around = around;
        this.work = work;
        this.print = print;
    }

    LoadCount load(Path folder) {
        BaseLoad load = new BaseLoad(work.database(), around.clock(), work.catalog(around.clock()));
        return new BaseFolder(folder, work.data().folder()).load(load, Turns.beside(work.data()), print, this);
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
