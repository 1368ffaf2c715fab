package dev.spoolmark.transfer.format.netflix;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the order of all dates of a file: that in which all of them are days; if both are possible, the one in which
/// the file goes from the newest day to the oldest.
final class NetflixOrderGuess {

    private final Set<NetflixDateOrder> impossible = EnumSet.noneOf(NetflixDateOrder.class);
    private final Set<NetflixDateOrder> unsorted = EnumSet.noneOf(NetflixDateOrder.class);
    private final Map<NetflixDateOrder, LocalDate> last = new EnumMap<>(NetflixDateOrder.class);
    private String example = "";

    void add(String cell) {
        Optional<NetflixDate> date = NetflixDate.parse(cell);
        if (date.isEmpty()) {
            return;
        }
        Optional<LocalDate> monthFirst = date.get().in(NetflixDateOrder.MONTH_FIRST);
        Optional<LocalDate> dayFirst = date.get().in(NetflixDateOrder.DAY_FIRST);
        if (monthFirst.isEmpty() && dayFirst.isEmpty()) {
            return;
        }
        if (example.isEmpty() && monthFirst.isPresent() && dayFirst.isPresent() && !monthFirst.equals(dayFirst)) {
            example = cell;
        }
        add(NetflixDateOrder.MONTH_FIRST, monthFirst);
        add(NetflixDateOrder.DAY_FIRST, dayFirst);
    }

    private void add(NetflixDateOrder order, Optional<LocalDate> day) {
        if (day.isEmpty()) {
            impossible.add(order);
            return;
        }
        LocalDate before = last.put(order, day.get());
        if (before != null && day.get().isAfter(before)) {
            unsorted.add(order);
        }
    }

    /// A date that can be read in two ways; empty if there is none.
    String example() {
        return example;
    }

    /// @return empty if the user has to decide
    Optional<NetflixDateOrder> order() {
        if (example.isEmpty()) {
            return Optional.of(NetflixDateOrder.MONTH_FIRST);
        }
        return one(impossible).or(() -> impossible.isEmpty() ? one(unsorted) : Optional.empty());
    }

    /// The only order that is not excluded.
    private static Optional<NetflixDateOrder> one(Set<NetflixDateOrder> excluded) {
        return excluded.size() == 1 ? Optional.of(excluded.iterator().next().other()) : Optional.empty();
    }
}
