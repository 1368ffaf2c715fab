package dev.spoolmark.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/// Measures a value and its upper bound alternately in one run, since absolute values vary from hour to hour.
final class PairedComparison {

    private static final int ROUNDS = 5;

    private PairedComparison() {}

    /// Prints both medians, their ratio and the expected ratio.
    static void print(String name, double expected, Callable<Double> ceiling, Callable<Double> measured)
            throws Exception {
        ceiling.call();
        measured.call(); // the first round warms both up and is not counted
        List<Double> ceilings = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ceilings.add(ceiling.call());
            found.add(measured.call());
        }
        double ratio = median(found) / median(ceilings);
        System.out.printf(
                "%-28s %,12.0f/s   ceiling %,12.0f/s   ratio %.2f   expected >= %.2f   %s%n",
                name, median(found), median(ceilings), ratio, expected, ratio >= expected ? "ok" : "MISSED");
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
