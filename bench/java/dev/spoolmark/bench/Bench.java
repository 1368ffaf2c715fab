package dev.spoolmark.bench;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs the benchmarks named on the command line, or all of them.
public final class Bench {

    private Bench() {}

    public static void main(String[] names) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Set<String> requested = names.length == 0
                ? Set.of(
                        "reads",
                        "rate",
                        "scrobble",
                        "library",
                        "c",
                        "progress",
                        "search",
                        "growth",
                        "feed",
                        "imdb",
                        "start",
                        "pages",
                        "web",
                        "export",
                        "import",
                        "curves")
                : Set.copyOf(List.of(names));
        System.out.printf(
                "%d cores, Java %s, %,d MiB heap%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
        if (requested.contains("reads")) {
            ReadsBench.run();
        }
        if (requested.contains("rate")) {
            RateBench.run();
        }
        if (requested.contains("scrobble")) {
            ScrobbleBench.run();
        }
        if (requested.contains("library")) {
            LibraryBench.run();
        }
        if (requested.contains("c")) {
            CBench.run();
        }
        if (requested.contains("progress")) {
            ProgressBench.run();
        }
        if (requested.contains("search")) {
            SearchBench.run();
        }
        if (requested.contains("growth")) {
            GrowthBench.run();
        }
        if (requested.contains("feed")) {
            FeedBench.run();
        }
        if (requested.contains("imdb")) {
            ImdbBench.run();
        }
        if (requested.contains("pages")) {
            PagesBench.run();
        }
        if (requested.contains("web")) {
            WebBench.run();
        }
        if (requested.contains("export")) {
            ExportBench.run();
        }
        if (requested.contains("import")) {
            ImportBench.run();
        }
        if (requested.contains("start")) {
            StartBench.run();
        }
        if (requested.contains("curves")) {
            ScalingBench.run();
        }
    }
}
