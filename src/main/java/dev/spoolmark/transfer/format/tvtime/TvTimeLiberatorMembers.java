package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The members of an export of the Liberator. The table of favourites has the columns of that of the activity, and
/// differs
/// by its name only.
final class TvTimeLiberatorMembers {

    private static final Set<String> COLUMNS = Set.of("tvdb_id", "type", "title", "is_watched", "is_watchlisted");

    private final ImportFile file;

    TvTimeLiberatorMembers(ImportFile file) {
        this.file = file;
    }

    boolean isEmpty() {
        return activity().isEmpty();
    }

    /// The tables of what the user watched.
    List<String> activity() {
        boolean isSingle = file.members().size() == 1;
        return file
                .membersNamed(name -> isSingle || name.toLowerCase(Locale.ROOT).contains("activity_history"))
                .stream()
                .limit(100)
                .filter(member -> CsvTable.columns(file, member).containsAll(COLUMNS))
                .toList();
    }

    Optional<String> document(String name) {
        return file.member(name + ".json");
    }
}
