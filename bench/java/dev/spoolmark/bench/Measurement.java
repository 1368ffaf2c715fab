package dev.spoolmark.bench;

/// One thing that is measured at several sizes of the store.
///
/// @param chart the picture it is drawn in
/// @param most no more than this is wanted, at any size; for what is counted a second there is no such bound
record Measurement(String name, String chart, String unit, double most) {

    Measurement(String name, String chart, String unit) {
        this(name, chart, unit, Double.POSITIVE_INFINITY);
    }

    /// Whether more of it is better.
    boolean isRate() {
        return unit.endsWith("/s");
    }
}
