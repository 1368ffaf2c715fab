package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The export that TV Time sent on request (GDPR), about 41 CSV files in an archive, or one of these files.
public final class TvTimeFormat implements ImportFormat {

    /// What becomes of the times of episodes that were marked together: they are those of the marking.
    private static final String BULK_TIMES = "bulk-times";

    private static final String UNKNOWN = "unknown";

    @Override
    public String key() {
        return "tvtime";
    }

    @Override
    public String title() {
        return "TV Time";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new TvTimeMembers(file).isEmpty();
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        AtomicReference<String> example = new AtomicReference<>();
        new TvTimeMembers(file).forEach(TvTimeMembers.EPISODES, row -> {
            if (example.get() == null && TvTimeEpisodeRows.isPlay(row) && TvTimeEpisodeRows.isBulk(row)) {
                example.set(row.get("series_name") + ", " + row.get("created_at"));
            }
        });
        return example.get() == null
                ? List.of()
                : List.of(new ImportQuestion(BULK_TIMES, false, List.of("keep", UNKNOWN), example.get()));
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        TvTimeMembers members = new TvTimeMembers(file);
        TvTimeIndex index = new TvTimeIndex();
        boolean isUnknown = options.answer(BULK_TIMES).filter(UNKNOWN::equals).isPresent();
        new TvTimeEpisodeRows(members, index, sink, isUnknown).read();
        new TvTimeMovieRows(members, index, sink).read();
        new TvTimeShowRows(members, index, sink).read();
        new TvTimeVoteRows(members, index, sink).read();
        new TvTimeListRows(members, index, sink).read();
    }
}
