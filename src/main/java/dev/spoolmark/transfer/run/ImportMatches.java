package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.record.ImportRecord;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.ItemRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names that no item was found for, or several: the user says what they stand for, or that they do not matter.
/// Later imports know it.
public final class ImportMatches {

    private final Imports imports;
    private final Database database;
    private final Catalog catalog;
    private final InstantSource clock;
    private final ImportRunStore runs = new ImportRunStore();
    private final ImportRowStore rows = new ImportRowStore();
    private final ImportDecisionStore decisions = new ImportDecisionStore();

    ImportMatches(Imports imports, Database database, Catalog catalog, InstantSource clock) {
        this.imports = imports;
        this.database = database;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// What the name of a row may stand for.
    public List<FoundItem> candidates(ImportRow row) {
        return row.outcome() == RowOutcome.UNRESOLVED ? Candidates.read(row.after()) : List.of();
    }

    /// Writes a row with the item that the user has chosen. For a season or an episode the show may be chosen: its
    /// numbers then decide.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is no such row that waits for an item, or no
    /// such item
    public void match(UserId user, long run, long number, MediaId chosen) {
        ImportRun found = imports.require(user, run);
        ItemRecord waiting = waiting(user, run, number);
        FoundItem item = item(waiting.item(), chosen);
        Instant now = Instant.ofEpochMilli(clock.millis());
        database.write(tx -> {
            requireWaiting(tx, user, run, number);
            decisions.save(tx, user, ItemKey.of(waiting.item()), item.kind().number(), item.id(), now);
            ResolvedRecord resolved = new ResolvedRecord(number, waiting, item);
            Map<Long, WriteResult> results =
                    imports.writers().write(tx, new WriteContext(user, found, now), List.of(resolved));
            WriteResult result = results.getOrDefault(number, WriteResult.PRESENT);
            rows.delete(tx, user, run, List.of(number));
            rows.insert(tx, user, run, List.of(RecordBatches.row(resolved, result, now)));
            ImportCounts counts = runs.find(tx, user, run)
                    .orElseThrow(() -> notFound("import"))
                    .counts();
            runs.setCounts(tx, user, run, counts.resolved().plus(result.outcome(), resolved.type(), result.number()));
            return result;
        });
    }

    /// The user says that a name does not matter, now and in later imports.
    ///
    /// @throws ProblemException as [#match]
    public void ignore(UserId user, long run, long number) {
        imports.require(user, run);
        ItemRecord waiting = waiting(user, run, number);
        Instant now = Instant.ofEpochMilli(clock.millis());
        database.write(tx -> {
            ImportRow row = requireWaiting(tx, user, run, number);
            decisions.save(tx, user, ItemKey.of(waiting.item()), 0, 0, now);
            rows.delete(tx, user, run, List.of(number));
            rows.insert(
                    tx,
                    user,
                    run,
                    List.of(new ImportRow(
                            number,
                            RowOutcome.IGNORED,
                            row.type(),
                            null,
                            row.source(),
                            now,
                            null,
                            null,
                            null,
                            row.label(),
                            null)));
            ImportCounts counts = runs.find(tx, user, run)
                    .orElseThrow(() -> notFound("import"))
                    .counts();
            runs.setCounts(tx, user, run, counts.resolved().plus(RowOutcome.IGNORED, row.type(), 0));
            return row;
        });
    }

    private ItemRecord waiting(UserId user, long run, long number) {
        ImportRow row = database.read(tx -> requireWaiting(tx, user, run, number));
        String json = row.unresolved();
        ImportRecord waiting = json == null ? null : RunJson.unresolved(json);
        if (waiting instanceof ItemRecord about) {
            return about;
        }
        throw notFound("row");
    }

    private ImportRow requireWaiting(Tx tx, UserId user, long run, long number) {
        return rows.find(tx, user, run, number)
                .filter(row -> row.outcome() == RowOutcome.UNRESOLVED)
                .orElseThrow(() -> notFound("row"));
    }

    private FoundItem item(ImportedItem named, MediaId chosen) {
        ShowNumbers shows = new ShowNumbers(catalog);
        if (chosen instanceof ShowId show && named.kind() != Kind.SHOW) {
            return partOf(show, named).orElseThrow(() -> notFound("episode"));
        }
        return Optional.ofNullable(shows.of(List.of(chosen)).get(chosen)).orElseThrow(() -> notFound("item"));
    }

    private Optional<FoundItem> partOf(ShowId show, ImportedItem part) {
        ShowGuide guide = catalog.guide(show);
        Integer season = part.season();
        Integer number = part.number();
        if (part.kind() == Kind.SEASON) {
            return season == null
                    ? Optional.empty()
                    : guide.season(season)
                            .map(found -> new FoundItem(part.kind(), found.id().value(), show.value()));
        }
        return (season != null && number != null
                        ? guide.episode(season, number).map(EpisodeSummary::id)
                        : EpisodeTitles.find(guide, part))
                .map(episode -> new FoundItem(part.kind(), episode.value(), show.value()));
    }

    private static ProblemException notFound(String what) {
        return new ProblemException(new Problem.NotFound(what));
    }
}
