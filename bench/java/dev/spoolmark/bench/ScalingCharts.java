package dev.spoolmark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The charts of `docs/performance.md`.
final class ScalingCharts {

    private ScalingCharts() {}

    static void draw(Measurements figures, Path folder) throws IOException {
        Files.createDirectories(folder);
        draw(figures, folder, "answers", "Milliseconds per response", true);
        draw(figures, folder, "rates", "Answers a second", true);
        draw(figures, folder, "memory", "Memory of the process, MiB", false);
        draw(figures, folder, "start", "Seconds from start to first answer", false);
    }

    private static void draw(Measurements figures, Path folder, String name, String title, boolean logarithmic)
            throws IOException {
        Chart chart = new Chart(title, figures.sizes(), logarithmic);
        figures.of(name).forEach((figure, values) -> chart.add(figure.name(), values));
        Files.writeString(folder.resolve(name + ".svg"), chart.svg());
    }
}
