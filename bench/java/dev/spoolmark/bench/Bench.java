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
        Set<String> wanted = names.length == 0
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
                        "curves")
                : Set.copyOf(List.of(names));
        System.out.printf(
                "%d cores, Java %s, %,d MiB heap%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() >> 20);
        if (wanted.contains("reads")) {
            ReadsBench.run();
        }
        if (wanted.contains("rate")) {
            RateBench.run();
        }
        if (wanted.contains("scrobble")) {
            ScrobbleBench.run();
        }
        if (wanted.contains("library")) {
            LibraryBench.run();
        }
        if (wanted.contains("c")) {
            CBench.run();
        }
        if (wanted.contains("progress")) {
            ProgressBench.run();
        }
        if (wanted.contains("search")) {
            SearchBench.run();
        }
        if (wanted.contains("growth")) {
            GrowthBench.run();
        }
        if (wanted.contains("feed")) {
            FeedBench.run();
        }
        if (wanted.contains("imdb")) {
            ImdbBench.run();
        }
        if (wanted.contains("start")) {
            StartBench.run();
        }
        if (wanted.contains("curves")) {
            Curves.run();
        }
    }
}
