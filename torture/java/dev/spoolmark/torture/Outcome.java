package dev.spoolmark.torture;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one torture came to.
///
/// @param figures what was done and counted, in the order of telling
/// @param faults what must not be, however busy the machine is
/// @param late what took too long, which says something only of a machine on which nothing else runs
record Outcome(String title, Map<String, Object> figures, List<String> faults, List<String> late) {

    Outcome(String title, Map<String, Object> figures, List<String> faults) {
        this(title, figures, faults, List.of());
    }

    boolean held() {
        return faults.isEmpty() && late.isEmpty();
    }

    @Override
    public String toString() {
        return text("TOO LATE");
    }

    /// The same, for a machine that did other things meanwhile.
    ///
    /// @param others how much of the processors other programs had, in hundredths
    String toldBeside(long others) {
        return text("TIMES NOT MEASURED, since other programs had " + others
                + " of 100 of the processors meanwhile; run it alone. Too late were");
    }

    private String text(String late) {
        String text = figures.entrySet().stream()
                .map(figure -> figure.getValue() + " " + figure.getKey())
                .collect(Collectors.joining(", "));
        return title + ": " + text + ": " + (held() ? "held" : counted("FAULTS", faults) + counted(late, this.late));
    }

    private static String counted(String what, List<String> faults) {
        return faults.isEmpty()
                ? ""
                : faults.size() + " " + what + ": " + faults.stream().limit(20).toList() + " ";
    }
}
