package dev.spoolmark.torture;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The result of one torture.
///
/// @param figures counts, in print order
/// @param faults violations, independent of the load of the machine
/// @param late exceeded time limits, meaningful only if nothing else runs on the machine
record Outcome(String title, Map<String, Object> figures, List<String> faults, List<String> late) {

    Outcome(String title, Map<String, Object> figures, List<String> faults) {
        this(title, figures, faults, List.of());
    }

    boolean passed() {
        return faults.isEmpty() && late.isEmpty();
    }

    @Override
    public String toString() {
        return text("TOO LATE");
    }

    /// The same, for a machine that also ran other programs.
    ///
    /// @param others the processor share of other programs, in percent
    String withoutTimes(long others) {
        return text("TIMES NOT MEASURED, since other programs had " + others
                + " of 100 of the processors meanwhile; run it alone. Too late were");
    }

    private String text(String late) {
        String text = figures.entrySet().stream()
                .map(figure -> figure.getValue() + " " + figure.getKey())
                .collect(Collectors.joining(", "));
        return title + ": " + text + ": " + (passed() ? "held" : counted("FAULTS", faults) + counted(late, this.late));
    }

    private static String counted(String subject, List<String> faults) {
        return faults.isEmpty()
                ? ""
                : faults.size() + " " + subject + ": "
                        + faults.stream().limit(20).toList() + " ";
    }
}
