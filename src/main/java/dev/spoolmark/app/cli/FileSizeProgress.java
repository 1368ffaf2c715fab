package dev.spoolmark.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows how far work has come that says nothing itself, by how long its file is already.
final class FileSizeProgress implements AutoCloseable {

    private static final long LOOKED_AT_MILLIS = 200;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("growth").factory());

    private FileSizeProgress() {}

    static FileSizeProgress of(Path file, TerminalProgress progress) {
        FileSizeProgress growth = new FileSizeProgress();
        var _ = growth.timer.scheduleWithFixedDelay(
                () -> look(file, progress), LOOKED_AT_MILLIS, LOOKED_AT_MILLIS, TimeUnit.MILLISECONDS);
        return growth;
    }

    private static void look(Path file, TerminalProgress progress) {
        try {
            progress.reached(Files.size(file));
        } catch (IOException gone) {
            // It has its own name by now.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
