package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.CatalogWriteLock;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.TitleFromId;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.source.SourceJobStore.Entry;
import dev.spoolmark.catalog.source.SourceJobStore.FeedState;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// The queue of metadata lookups, one for each movie or show that a client named. It survives restarts; of
/// several nodes one does each lookup.
public final class SourceJobs {

    /// Longer than the slowest lookup. The lookups of a node that dies are free again after it.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration AIRING = Duration.ofDays(1);
    private static final Duration RECHECK_INTERVAL = Duration.ofDays(30);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE = 9; // about eight hours
    private static final Duration FEED = Duration.ofHours(1);

    /// The longest period for which every source reports changes. Older changes are found by the monthly
    /// lookup.
    private static final Duration LONGEST_FEED = Duration.ofDays(12);

    private static final int LONGEST_TEXT = 2_000;
    private static final int BATCH_SIZE = 500;

    private final Database database;
    private final InstantSource clock;
    private final String node;

    /// @param node the unique name of this process
    public SourceJobs(Database database, InstantSource clock, String node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /// Leases lookups that are due for this node: unknown items first, then those that wait longest.
    public List<SourceJob> lease(Set<Kind> kinds, int max) {
        Instant now = clock.instant();
        resetPostponed(now);
        List<Entry> due = kinds.isEmpty()
                ? List.of()
                : database.read(tx -> SourceJobStore.due(tx, kinds, now, now.plus(LEASE), max));
        return due.isEmpty()
                ? List.of()
                : database.write(tx -> due.stream()
                        .filter(entry -> SourceJobStore.lease(tx, entry, node, now, now.plus(LEASE)))
                        .flatMap(entry -> job(tx, entry).stream())
                        .toList());
    }

    /// Makes lookups due that a clock that was ahead postponed.
    private void resetPostponed(Instant now) {
        Instant latest = now.plus(RECHECK_INTERVAL).plus(ClockSkew.TOLERANCE);
        if (database.read(tx -> SourceJobStore.isAnyAhead(tx, latest))) {
            database.write(tx -> SourceJobStore.resetDueAt(tx, latest, now));
        }
    }

    private static Optional<SourceJob> job(Tx tx, Entry entry) {
        Optional<SourceQuery> query = entry.kind() == Kind.MOVIE
                ? Optional.ofNullable(MovieStore.get(tx, List.of(new MovieId(entry.item())))
                                .get(new MovieId(entry.item())))
                        .map(SourceJobs::query)
                : Optional.ofNullable(ShowStore.get(tx, List.of(new ShowId(entry.item())))
                                .get(new ShowId(entry.item())))
                        .map(SourceJobs::query);
        if (query.isEmpty()) {
            SourceJobStore.delete(tx, entry.kind(), entry.item());
        }
        return query.map(found -> new SourceJob(MediaId.of(entry.kind(), entry.item()), found, entry.attempts()));
    }

    private static SourceQuery query(Movie movie) {
        return new SourceQuery(
                Kind.MOVIE, movie.ids(), statusOf(Kind.MOVIE, movie.title(), movie.ids()), movie.year(), true);
    }

    private static SourceQuery query(Show show) {
        return new SourceQuery(Kind.SHOW, show.ids(), statusOf(Kind.SHOW, show.title(), show.ids()), show.year(), true);
    }

    /// @return the title, unless it is a placeholder
    private static @Nullable String statusOf(Kind kind, String title, Ids ids) {
        return title.equals(TitleFromId.titleOf(kind, ids)) ? null : title;
    }

    /// Stores that a source knew the item. It is due again when it may have changed there; a merged item is
    /// looked up as the remaining one.
    public void markFound(SourceJob job, SourceItem item, CompletionResult completed) {
        Instant now = clock.instant();
        Instant due = next(item, now);
        String lines = lines(completed.warnings());
        database.write(tx -> {
            SourceJobStore.saveResult(tx, job.item(), node, SourceJobStore.FOUND, now, due, lines);
            if (!completed.item().equals(job.item())) {
                SourceJobStore.delete(tx, job.item().kind(), job.item().value());
                SourceJobStore.insertFound(tx, completed.item(), now, due, lines);
                SourceJobStore.saveResult(tx, completed.item(), node, SourceJobStore.FOUND, now, due, lines);
            }
            return null;
        });
    }

    /// Stores that no source knows the item. It is looked up again rarely.
    public void markNotFound(SourceJob job, List<String> warnings) {
        Instant now = clock.instant();
        Instant due = now.plus(RECHECK_INTERVAL);
        String lines = lines(warnings);
        database.write(tx -> {
            SourceJobStore.saveResult(tx, job.item(), node, SourceJobStore.NOT_FOUND, now, due, lines);
            return null;
        });
    }

    /// Makes warnings, which can quote a source, safe for the database and a terminal.
    private static @Nullable String lines(List<String> warnings) {
        List<String> lines = warnings.stream()
                .map(InputCleaner::line)
                .filter(Objects::nonNull)
                .toList();
        return lines.isEmpty() ? null : InputCleaner.shortened(String.join("\n", lines), LONGEST_TEXT);
    }

    /// Stores that no source could be queried. The pause before the next attempt doubles each time, up to some
    /// hours.
    public void markFailed(SourceJob job, String reason) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempts(), LONGEST_PAUSE));
        Instant due = clock.instant().plus(pause);
        database.write(tx -> {
            SourceJobStore.failed(tx, job.item(), node, due, InputCleaner.shortened(reason, LONGEST_TEXT));
            return null;
        });
    }

    /// Postpones a lookup for which no source has capacity. It does not count as an attempt.
    public void postpone(SourceJob job) {
        Instant due = clock.instant().plus(FIRST_PAUSE);
        database.write(tx -> {
            SourceJobStore.postpone(tx, job.item(), node, due);
            return null;
        });
    }

    /// Stores an item that was found without the queue.
    void markFound(CompletionResult completed, SourceItem item) {
        Instant now = clock.instant();
        String lines = lines(completed.warnings());
        database.write(tx -> {
            SourceJobStore.insertFound(tx, completed.item(), now, next(item, now), lines);
            return null;
        });
    }

    /// Queues items that users viewed and that were never looked up.
    public void queueViewed(ViewedItems viewedItems) {
        List<MediaId> items = viewedItems.drain();
        if (!items.isEmpty()) {
            Instant now = clock.instant();
            database.write(tx -> {
                SourceJobStore.queueOnce(tx, items, now);
                return null;
            });
        }
    }

    /// Releases the leases of this node, so that other nodes need not wait for them to end.
    public void releaseLeases() {
        database.write(tx -> {
            SourceJobStore.release(tx, node);
            return null;
        });
    }

    private static Instant next(SourceItem item, Instant now) {
        boolean airing = item instanceof ShowItem show && show.facts().status() != Status.ENDED;
        return now.plus(airing ? AIRING : RECHECK_INTERVAL);
    }

    /// Queues all items.
    ///
    /// @return the number of lookups
    public int enqueueAll() {
        Instant now = clock.instant();
        return database.write(tx -> {
            CatalogWriteLock.lockAndIncrement(tx);
            return SourceJobStore.queueAll(tx, Kind.SHOW, now) + SourceJobStore.queueAll(tx, Kind.MOVIE, now);
        });
    }

    /// @return the period for which changes are to be requested from this source, if that is due and no other
    ///     node does it; what could not be read the last time is included
    public Optional<Duration> dueFeed(Source source) {
        Instant now = clock.instant();
        Optional<FeedState> last = database.read(tx -> SourceJobStore.feedState(tx, source.name()));
        if (last.isEmpty()) {
            database.write(tx -> {
                SourceJobStore.insertSource(tx, source.name(), now);
                return null;
            });
        }
        return last.filter(state ->
                        !state.requestedAt().isAfter(now.minus(FEED)) || ClockSkew.isAhead(state.requestedAt(), now))
                .filter(state ->
                        database.write(tx -> SourceJobStore.claimFeed(tx, source.name(), state.requestedAt(), now)))
                .map(state -> Duration.between(state.completeUntil(), now))
                .map(window -> window.isNegative() || window.compareTo(LONGEST_FEED) > 0 ? LONGEST_FEED : window);
    }

    /// The source reported all changes.
    public void markFeedRead(Source source) {
        database.write(tx -> {
            SourceJobStore.recordStatus(tx, source.name());
            return null;
        });
    }

    /// Queues changed items whose last lookup was before the change.
    public void changed(SourceChanges changes) {
        Instant now = clock.instant();
        changes.items().entrySet().stream()
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .forEach(batch -> {
                    Map<LookupKey.ExternalId, Instant> ids = new HashMap<>();
                    batch.forEach(change ->
                            change.getKey().externalIds(changes.kind()).forEach(id -> ids.put(id, change.getValue())));
                    database.write(tx -> {
                        SourceJobStore.changed(tx, changes.kind(), ids, now);
                        return null;
                    });
                });
    }

    /// Stores the status of a source, for other processes.
    public void recordStatus(Source source, @Nullable String error) {
        Instant now = clock.instant();
        database.write(tx -> {
            SourceJobStore.note(tx, source.name(), source.openUntil().orElse(null), error, now);
            return null;
        });
    }

    public SourceQueueStatus state() {
        Instant now = clock.instant();
        return Objects.requireNonNull(database.read(tx -> SourceJobStore.state(tx, now)));
    }
}
