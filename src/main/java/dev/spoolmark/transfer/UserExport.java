package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.core.exc.JacksonIOException;

/// Writes everything that the server stores about a user to a ZIP file. It has the layout of an export of Trakt, which
/// other trackers read, and a further member `spoolmark.json`
/// (`docs/manual/users-and-privacy.md#take-your-data-with-you`).
///
/// It holds a page of rows in memory. All rows are those of one moment.
public final class UserExport {

    private final Database database;
    private final ExportSources sources;
    private final InstantSource clock;

    public UserExport(Database database, ExportSources sources, InstantSource clock) {
        this.database = database;
        this.sources = sources;
        this.clock = clock;
    }

    /// Writes the archive. A snapshot of the database is open meanwhile, so `out` must not wait for a client.
    ///
    /// @param out stays open
    /// @throws IOException when `out` fails
    /// @throws ProblemException with [Problem.NotFound] if the user was disabled or deleted meanwhile
    public ExportSummary write(Account account, OutputStream out, ExportProgress progress) throws IOException {
        CurrentState current = new CurrentState(
                clock.instant(),
                sources.scrobbles().watching(sources.access().self(account)),
                sources.secondFactors().isActive(account.id()),
                sources.accounts().settings().isPasswordOnV1(account.id()));
        try (ExportArchive archive = new ExportArchive(out, current.at(), progress)) {
            return database.snapshot(() -> write(account, archive, current));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /// Writes an export in one of the formats, as [#write(Account, OutputStream, ExportProgress)].
    ///
    /// @return what it contains, in words
    public String write(ExportFormat format, Account account, OutputStream out, ExportProgress progress)
            throws IOException {
        if (format == ExportFormat.SPOOLMARK) {
            return write(account, out, progress).text();
        }
        try {
            return database.snapshot(() -> writeOther(format, stored(account), out, progress)) + " rows";
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private long writeOther(ExportFormat format, Account account, OutputStream out, ExportProgress progress) {
        ProfileView self = sources.access().self(account);
        return switch (format) {
            case CSV -> new TableExport(sources, self, out, progress).write();
            case IMDB -> new ImdbExport(sources, self, out).write();
            case LETTERBOXD -> archive(out, progress, archive -> new LetterboxdExport(sources, self, archive).write());
            case SERIESGUIDE ->
                archive(out, progress, archive -> new SeriesGuideExport(sources, self, archive).write());
            case SPOOLMARK -> throw new IllegalArgumentException("it is written with its manifest");
        };
    }

    private long archive(OutputStream out, ExportProgress progress, ToLongFunction<ExportArchive> write) {
        try (ExportArchive archive = new ExportArchive(out, clock.instant(), progress)) {
            long rows = write.applyAsLong(archive);
            archive.finish();
            return rows;
        }
    }

    private Account stored(Account account) {
        Account stored = sources.accounts().all(List.of(account.id())).get(account.id());
        if (stored == null) {
            throw new ProblemException(new Problem.NotFound("user"));
        }
        return stored;
    }

    /// Records an export in the security log.
    public void record(Account account, Actor by) {
        database.write(tx -> {
            sources.accounts()
                    .audit()
                    .note(tx, AuditAction.DATA_EXPORTED, account.id().value(), by, "");
            return account;
        });
    }

    private ExportSummary write(Account account, ExportArchive archive, CurrentState current) {
        ProfileView self = sources.access().self(stored(account));
        ItemObjects items = new ItemObjects(sources.catalog());
        NetworkMembers network = new NetworkMembers(sources, self);
        LibraryMembers library = new LibraryMembers(sources, items, self);
        CommentMembers comments = new CommentMembers(sources, items, self);
        ListMembers lists = new ListMembers(sources, items, self);
        network.writeUser(archive);
        library.writeHidden(archive);
        network.writeNetwork(archive);
        comments.writeLikes(archive);
        long commentCount = comments.write(archive);
        new NoteMembers(sources, items, self).write(archive);
        long ratings = library.writeRatings(archive);
        long plays = new HistoryMembers(sources, items, self).write(archive);
        long collected = library.writeCollection(archive);
        long watchlist = library.writeWatchlist(archive);
        library.writeFavorites(archive);
        long listCount = lists.writeLists(archive);
        long listItems = lists.writeItems(archive);
        new ManifestMember(sources, items, self, current).write(archive);
        archive.finish();
        return new ExportSummary(plays, ratings, watchlist, listCount, listItems, collected, commentCount);
    }
}
