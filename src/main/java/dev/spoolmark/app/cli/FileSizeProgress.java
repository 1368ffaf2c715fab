package dev.spoolmark.app.cli;

import dev.spoolmark.core.BackgroundTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Shows the progress of work that does not report it, by the size of the file that it writes.
final class FileSizeProgress implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final BackgroundTasks tasks = BackgroundTasks.plain();

    private FileSizeProgress() {}

    static FileSizeProgress of(Path file, TerminalProgress progress) {
        FileSizeProgress size = new FileSizeProgress();
        var _ = size.tasks.every("file-size", INTERVAL, INTERVAL, () -> show(file, progress));
        return size;
    }

    private static void show(Path file, TerminalProgress progress) {
        try {
            progress.advance(Files.size(file));
        } catch (IOException renamed) {
            // The file is complete and has its final name.
        }
    }

    @Override
    public void close() {
        tasks.close();
    }
}
