package dev.spoolmark.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// An SVG line chart over the number of plays, legible on light and dark backgrounds.
final class Chart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 210;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LABEL = 15;
    private static final String GREY = "#808080";
    private static final List<String> COLOURS =
            List.of("#3b82c4", "#d9822b", "#3f9e5a", "#c4504e", "#8f6bc1", "#9a7b4f", "#c56aa8", "#5f9ea0");

    private final String title;
    private final List<Long> sizes;
    private final boolean logarithmic;
    private final List<Line> lines = new ArrayList<>();

    /// @param sizes the number of plays for each value of a line
    Chart(String title, List<Long> sizes, boolean logarithmic) {
        this.title = title;
        this.sizes = sizes;
        this.logarithmic = logarithmic;
    }

    private record Line(String name, List<Double> values, String colour) {}

    void add(String name, List<Double> values) {
        lines.add(new Line(name, List.copyOf(values), COLOURS.get(lines.size() % COLOURS.size())));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                        Locale.ROOT,
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>",
                        WIDTH,
                        HEIGHT))
                .append('\n');
        text(svg, LEFT, TOP - 18, "start", GREY, title);
        grid(svg);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", GREY, "plays in the store");
        lines.forEach(line -> draw(svg, line));
        labels(svg);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (double value : marks()) {
            rule(svg, LEFT, y(value), WIDTH - RIGHT, y(value));
            text(
                    svg,
                    LEFT - 8,
                    y(value) + 4,
                    "end",
                    GREY,
                    String.format(Locale.ROOT, value > 0 && value < 10 ? "%.1f" : "%,.0f", value));
        }
        for (long size : sizes) {
            rule(svg, x(size), TOP, x(size), HEIGHT - BOTTOM);
            text(svg, x(size), HEIGHT - BOTTOM + 18, "middle", GREY, String.format(Locale.ROOT, "%,d", size));
        }
    }

    private void draw(StringBuilder svg, Line line) {
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < line.values().size(); at++) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(sizes.get(at)), y(line.values().get(at))));
        }
        svg.append(String.format(
                        Locale.ROOT,
                        "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                        points.toString().strip(),
                        line.colour()))
                .append('\n');
        for (String point : points.toString().strip().split(" ", -1)) {
            String[] coordinates = point.split(",", -1);
            svg.append(String.format(
                            Locale.ROOT,
                            "<circle cx='%s' cy='%s' r='3' fill='%s'/>",
                            coordinates[0],
                            coordinates[1],
                            line.colour()))
                    .append('\n');
        }
    }

    /// Labels at the end of the lines, moved apart so that they do not overlap.
    private void labels(StringBuilder svg) {
        double free = TOP;
        for (Line line :
                lines.stream().sorted(Comparator.comparingDouble(this::end)).toList()) {
            double coordinates = Math.max(free, end(line) + 4);
            text(svg, WIDTH - RIGHT + 10, coordinates, "start", line.colour(), line.name());
            free = coordinates + LABEL;
        }
    }

    private double end(Line line) {
        return y(line.values().getLast());
    }

    private double x(long size) {
        double first = Math.log((double) sizes.getFirst());
        double last = Math.log((double) sizes.getLast());
        double part = last > first ? (Math.log((double) size) - first) / (last - first) : 0;
        return LEFT + 20 + part * (WIDTH - LEFT - RIGHT - 40);
    }

    private double y(double value) {
        List<Double> marks = marks();
        double part = (scaled(value) - scaled(marks.getFirst())) / (scaled(marks.getLast()) - scaled(marks.getFirst()));
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM);
    }

    private double scaled(double value) {
        return logarithmic ? Math.log10(value) : value;
    }

    /// The values with a grid line: powers of ten, or multiples of a round number from 0.
    private List<Double> marks() {
        double min = values().min().orElse(1);
        double max = values().max().orElse(1);
        if (logarithmic) {
            int from = (int) Math.floor(Math.log10(min));
            int to = Math.max(from + 1, (int) Math.ceil(Math.log10(max)));
            return IntStream.rangeClosed(from, to)
                    .mapToObj(power -> Math.pow(10, power))
                    .toList();
        }
        double power = Math.pow(10, Math.floor(Math.log10(max)));
        double step = max / power > 5 ? power * 2 : max / power > 2 ? power : power / 2;
        return IntStream.rangeClosed(0, (int) Math.ceil(max / step))
                .mapToObj(at -> at * step)
                .toList();
    }

    private java.util.stream.DoubleStream values() {
        return lines.stream().flatMap(line -> line.values().stream()).mapToDouble(Double::doubleValue);
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-opacity='0.3'/>",
                        x1,
                        y1,
                        x2,
                        y2,
                        GREY))
                .append('\n');
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, String text) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>",
                        x,
                        y,
                        anchor,
                        colour,
                        text))
                .append('\n');
    }
}
