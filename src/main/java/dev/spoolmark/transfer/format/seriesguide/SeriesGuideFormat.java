package dev.spoolmark.transfer.format.seriesguide;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;

/// The JSON backup of SeriesGuide: three files for shows, lists and movies, each of them optional and an array.
public final class SeriesGuideFormat implements ImportFormat {

    /// What becomes of shows without a watched episode.
    static final String UNWATCHED_SHOWS = "unwatched-shows";

    private static final String TO_WATCHLIST = "watchlist";

    @Override
    public String key() {
        return "seriesguide";
    }

    @Override
    public String title() {
        return "SeriesGuide";
    }

    @Override
    public boolean matches(ImportFile file) {
        return file.membersOfType(".json").stream()
                .anyMatch(member -> SeriesGuideMember.of(file, member) != SeriesGuideMember.OTHER);
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        boolean hasShows = !SeriesGuideMember.SHOWS.of(file).isEmpty();
        return hasShows
                ? List.of(new ImportQuestion(UNWATCHED_SHOWS, false, List.of(TO_WATCHLIST, "skip"), ""))
                : List.of();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        boolean toWatchlist =
                options.answer(UNWATCHED_SHOWS).orElse(TO_WATCHLIST).equals(TO_WATCHLIST);
        SeriesGuideShows shows = new SeriesGuideShows(sink, toWatchlist);
        SeriesGuideMember.SHOWS.of(file).forEach(member -> shows.read(file, member));
        SeriesGuideMovies movies = new SeriesGuideMovies(sink);
        SeriesGuideMember.MOVIES.of(file).forEach(member -> movies.read(file, member));
        SeriesGuideLists lists = new SeriesGuideLists(sink);
        SeriesGuideMember.LISTS.of(file).forEach(member -> lists.read(file, member));
    }
}
