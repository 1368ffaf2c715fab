package dev.spoolmark.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Measured values: one row per measurement, one column per database size.
final class Measurements {

    private static final double TARGET_GROWTH = 1.3;

    private final List<Long> sizes = new ArrayList<>();
    private final Map<Measurement, List<Double>> rows = new LinkedHashMap<>();

    /// Values added after this call were measured with this number of plays.
    void at(long plays) {
        sizes.add(plays);
    }

    void add(Measurement figure, double value) {
        rows.computeIfAbsent(figure, first -> new ArrayList<>()).add(value);
    }

    List<Long> sizes() {
        return sizes;
    }

    Map<Measurement, List<Double>> of(String chart) {
        Map<Measurement, List<Double>> found = new LinkedHashMap<>();
        rows.forEach((figure, values) -> {
            if (figure.chart().equals(chart)) {
                found.put(figure, values);
            }
        });
        return found;
    }

    void print() {
        System.out.printf("%-36s", "among so many plays");
        sizes.forEach(size -> System.out.printf(" %,12d", size));
        System.out.printf("%n");
        rows.forEach((figure, values) -> {
            System.out.printf("%-36s", figure.name() + ", " + figure.unit());
            values.forEach(value -> System.out.printf(" %12s", number(value)));
            double grown = growth(figure, values);
            boolean ok = grown <= TARGET_GROWTH && values.stream().allMatch(value -> value <= figure.max());
            System.out.printf("   growth %.2f   %s%n", grown, ok ? "ok" : "MISSED");
        });
    }

    /// The factor by which the value at the last size is worse than at the first.
    private static double growth(Measurement figure, List<Double> values) {
        double first = values.getFirst();
        double last = values.getLast();
        return figure.isRate() ? first / last : last / first;
    }

    /// One row per measurement, values separated by tabs.
    String table() {
        StringBuilder text = new StringBuilder("figure\tunit");
        sizes.forEach(size -> text.append('\t').append(size));
        rows.forEach((figure, values) -> text.append('\n')
                .append(figure.name())
                .append('\t')
                .append(figure.unit())
                .append('\t')
                .append(values.stream().map(Measurements::number).collect(Collectors.joining("\t"))));
        return text.append('\n').toString();
    }

    /// A table for the documentation, with the growth.
    String markdown() {
        StringBuilder text = new StringBuilder("| | | ");
        sizes.forEach(size -> text.append(String.format(Locale.ROOT, "%,d | ", size)));
        text.append("growth |\n|---|---|").append("---|".repeat(sizes.size() + 1));
        rows.forEach((figure, values) -> text.append(String.format(
                Locale.ROOT,
                "\n| %s | %s | %s | %.2f |",
                figure.name(),
                figure.unit(),
                values.stream().map(Measurements::number).collect(Collectors.joining(" | ")),
                growth(figure, values))));
        return text.append('\n').toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
