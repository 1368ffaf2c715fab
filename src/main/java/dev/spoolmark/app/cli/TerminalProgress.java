package dev.spoolmark.app.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A progress bar in a terminal; no output otherwise.
interface TerminalProgress extends AutoCloseable {

    void advance(long steps);

    @Override
    void close();

    static TerminalProgress of(CommandEnvironment environment, String task, String unit, long steps) {
        return environment.terminal() ? new Bar(task, unit, steps) : new NoOp();
    }

    /// Drawn by a library that is loaded only for it.
    final class Bar implements TerminalProgress {

        private static final int REDRAW_MILLIS = 100;

        private final ProgressBar bar;

        Bar(String task, String unit, long steps) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setUnit(unit, 1)
                    .setInitialMax(steps)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .build();
        }

        @Override
        public void advance(long steps) {
            bar.stepTo(steps);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /// For output to a file or a program.
    final class NoOp implements TerminalProgress {

        @Override
        public void advance(long steps) {}

        @Override
        public void close() {}
    }
}
