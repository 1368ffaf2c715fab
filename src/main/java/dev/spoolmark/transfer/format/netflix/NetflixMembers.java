package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// The members by their columns. The archive of an account has many others, which are not opened.
final class NetflixMembers {

    private static final Set<String> HISTORY = Set.of("title", "date");
    private static final Set<String> ACTIVITY = Set.of("profile name", "start time", "title", "duration");
    private static final Set<String> RATINGS = Set.of("profile name", "title name", "thumbs value");
    private static final Set<String> STARS = Set.of("profile name", "title name", "star value");
    private static final Set<String> MY_LIST = Set.of("profile name", "title name", "utc title add date");

    /// Rows in which a date shows that a table is a viewing history.
    private static final int PROBED_ROWS = 5;

    private final ImportFile file;
    private final List<String> activity;
    private final List<String> histories;

    NetflixMembers(ImportFile file) {
        this.file = file;
        this.activity = named("viewingactivity", columns -> columns.containsAll(ACTIVITY));
        this.histories = activity.isEmpty()
                ? named("history", HISTORY::equals).stream()
                        .filter(this::hasDays)
                        .toList()
                : List.of();
    }

    boolean isEmpty() {
        return activity.isEmpty() && histories.isEmpty() && ratings().isEmpty() && myList().isEmpty();
    }

    /// What was watched when, with the clock.
    List<String> activity() {
        return activity;
    }

    /// What was watched on which day; empty if there is the activity.
    List<String> histories() {
        return histories;
    }

    List<String> ratings() {
        return named("ratings", columns -> columns.containsAll(RATINGS) || columns.containsAll(STARS));
    }

    List<String> myList() {
        return named("mylist", columns -> columns.containsAll(MY_LIST));
    }

    /// A single file may have any name.
    private List<String> named(String word, Predicate<Set<String>> columns) {
        boolean isSingle = file.members().size() == 1;
        return file
                .membersNamed(name -> isSingle || name.toLowerCase(Locale.ROOT).contains(word))
                .stream()
                .limit(100)
                .filter(member -> columns.test(Set.copyOf(CsvTable.columns(file, member))))
                .toList();
    }

    private boolean hasDays(String member) {
        boolean[] hasDay = {false};
        CsvTable.of(file, member)
                .forEach(
                        PROBED_ROWS,
                        row -> hasDay[0] |= NetflixDate.parse(row.get("date")).isPresent());
        return hasDay[0];
    }
}
