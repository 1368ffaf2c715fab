package dev.spoolmark.transfer.format.movary;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.Locale;

/// History, ratings and watchlist of Movary as CSV, each alone or together in an archive or directory. All are about
/// movies.
public final class MovaryFormat implements ImportFormat {

    private static final List<String> MOVIE = List.of("title", "year", "tmdbid", "imdbid");

    @Override
    public String key() {
        return "movary";
    }

    @Override
    public String title() {
        return "Movary";
    }

    @Override
    public boolean matches(ImportFile file) {
        return List.of(MovaryTable.WATCHED_AT, MovaryTable.USER_RATING, MovaryTable.ADDED_AT).stream()
                .anyMatch(column -> !tables(file, column).isEmpty());
    }

    /// In an archive only members whose names end in `.csv` are opened.
    private static List<String> tables(ImportFile file, String column) {
        boolean isSingle = file.members().size() == 1;
        return file
                .membersNamed(name -> isSingle || name.toLowerCase(Locale.ROOT).endsWith(".csv"))
                .stream()
                .filter(member -> {
                    List<String> columns = CsvTable.columns(file, member);
                    return columns.contains(column) && columns.containsAll(MOVIE);
                })
                .toList();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        tables(file, MovaryTable.WATCHED_AT).forEach(member -> new MovaryTable(file, member, sink).readHistory());
        tables(file, MovaryTable.USER_RATING).forEach(member -> new MovaryTable(file, member, sink).readRatings());
        tables(file, MovaryTable.ADDED_AT).forEach(member -> new MovaryTable(file, member, sink).readWatchlist());
    }
}
