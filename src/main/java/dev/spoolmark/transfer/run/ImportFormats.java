package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.format.imdb.ImdbFormat;
import dev.spoolmark.transfer.format.jellyfin.JellyfinFormat;
import dev.spoolmark.transfer.format.kodi.KodiFormat;
import dev.spoolmark.transfer.format.letterboxd.LetterboxdFormat;
import dev.spoolmark.transfer.format.mediatracker.MediaTrackerFormat;
import dev.spoolmark.transfer.format.movary.MovaryFormat;
import dev.spoolmark.transfer.format.myanimelist.MyAnimeListFormat;
import dev.spoolmark.transfer.format.netflix.NetflixFormat;
import dev.spoolmark.transfer.format.ryot.RyotFormat;
import dev.spoolmark.transfer.format.seriesguide.SeriesGuideFormat;
import dev.spoolmark.transfer.format.simkl.SimklFormat;
import dev.spoolmark.transfer.format.spoolmark.SpoolmarkFormat;
import dev.spoolmark.transfer.format.table.GenericFormat;
import dev.spoolmark.transfer.format.tautulli.TautulliFormat;
import dev.spoolmark.transfer.format.trakt.ScrobFormat;
import dev.spoolmark.transfer.format.trakt.TraktFormat;
import dev.spoolmark.transfer.format.tvtime.TvTimeFormat;
import dev.spoolmark.transfer.format.tvtime.TvTimeLiberatorFormat;
import dev.spoolmark.transfer.format.tvtime.TvTimeOutFormat;
import dev.spoolmark.transfer.format.watcharr.WatcharrFormat;
import dev.spoolmark.transfer.format.yamtrack.FloppyFormat;
import dev.spoolmark.transfer.format.yamtrack.YamtrackFormat;
import dev.spoolmark.transfer.record.RecordSink;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All formats, the most specific ones first. Tables of any program come last.
public final class ImportFormats {

    private static final System.Logger LOG = System.getLogger(ImportFormats.class.getName());

    private static final List<ImportFormat> ALL = List.of(
            new SpoolmarkFormat(),
            new ScrobFormat(),
            new TraktFormat(),
            new TvTimeFormat(),
            new TvTimeOutFormat(),
            new TvTimeLiberatorFormat(),
            new LetterboxdFormat(),
            new FloppyFormat(),
            new YamtrackFormat(),
            new ImdbFormat(),
            new SimklFormat(),
            new NetflixFormat(),
            new MovaryFormat(),
            new RyotFormat(),
            new WatcharrFormat(),
            new SeriesGuideFormat(),
            new MediaTrackerFormat(),
            new TautulliFormat(),
            new JellyfinFormat(),
            new MyAnimeListFormat(),
            new KodiFormat(),
            new GenericFormat());

    private ImportFormats() {}

    public static List<ImportFormat> all() {
        return ALL;
    }

    public static Optional<ImportFormat> find(String key) {
        return ALL.stream().filter(format -> format.key().equals(key)).findFirst();
    }

    /// The format that a file is of, by its content.
    ///
    /// @throws ImportFileException if it is of none
    static ImportFormat detect(ImportFile file) {
        return readable(
                        file,
                        () -> ALL.stream()
                                .filter(format -> format.matches(file))
                                .findFirst())
                .orElseThrow(() -> new ImportFileException(FileProblem.UNKNOWN_FORMAT, file.name()));
    }

    static List<ImportQuestion> questions(ImportFormat format, ImportFile file, ImportOptions options) {
        return readable(file, () -> format.questions(file, options));
    }

    /// Reads a file. What fails in `sink` is thrown as it is.
    ///
    /// @throws ImportFileException if the file cannot be read further, also if the format does not expect its
    /// content
    static void read(ImportFormat format, ImportFile file, ImportOptions options, RecordSink sink) {
        try {
            readable(file, () -> {
                format.read(file, options, imported -> {
                    try {
                        sink.accept(imported);
                    } catch (RuntimeException e) {
                        throw new SinkException(e);
                    }
                });
                return true;
            });
        } catch (SinkException e) {
            throw e.failure();
        }
    }

    /// A file with content that a format does not expect is damaged. Otherwise the import would be tried again
    /// and again.
    private static <T> T readable(ImportFile file, Supplier<T> work) {
        try {
            return work.get();
        } catch (ImportFileException | SinkException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "an imported file was not understood: {0}",
                    e.getClass().getName());
            throw new ImportFileException(FileProblem.DAMAGED, file.name());
        }
    }

    /// Separates failures of the sink from those of a format.
    private static final class SinkException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException failure;

        SinkException(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }

        RuntimeException failure() {
            return failure;
        }
    }
}
