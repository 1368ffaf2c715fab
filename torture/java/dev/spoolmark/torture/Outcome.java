package dev.spoolmark.torture;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one torture came to.
///
/// @param figures what was done and counted, in the order of telling
/// @param faults what must not be; none when the promise held
record Outcome(String title, Map<String, Object> figures, List<String> faults) {

    boolean held() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        String told = figures.entrySet().stream()
                .map(figure -> figure.getValue() + " " + figure.getKey())
                .collect(Collectors.joining(", "));
        String verdict = held()
                ? "held"
                : faults.size() + " FAULTS: " + faults.stream().limit(20).toList();
        return title + ": " + told + ": " + verdict;
    }
}
