package dev.spoolmark.bench;

/// A value that is measured at several database sizes.
///
/// @param chart the chart that shows it
/// @param max the upper limit at any size; none for rates
record Measurement(String name, String chart, String unit, double max) {

    Measurement(String name, String chart, String unit) {
        this(name, chart, unit, Double.POSITIVE_INFINITY);
    }

    /// Whether a higher value is better.
    boolean isRate() {
        return unit.endsWith("/s");
    }
}
