package dev.spoolmark.search;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.search.SearchStore.Batch;
import dev.spoolmark.search.SearchStore.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Updates the index from the database. Used by one thread at a time.
///
/// Catalog changes have a revision number, so that no title is missed. Accounts and votes have only times; they
/// are read every few seconds and every minute with some overlap, since the later of two transactions may
/// contain the earlier time.
final class IndexUpdater {

    static final Duration ACCOUNTS_INTERVAL = Duration.ofSeconds(2);
    static final Duration VOTES_INTERVAL = Duration.ofMinutes(1);

    /// Maximum number of changes that are read while a search waits; more are read in the background.
    static final int MAX_IMMEDIATE = 200;

    private static final Duration OVERLAP = Duration.ofSeconds(60);
    private static final int BATCH_SIZE = 2_000;

    /// Number of changes after which the index is committed, so that a crash does not lose the work.
    private static final int COMMIT_INTERVAL = 5_000;

    private static final List<DocumentType> TITLES =
            List.of(DocumentType.MOVIE, DocumentType.SHOW, DocumentType.EPISODE, DocumentType.PERSON);

    private final Database database;
    private final InstantSource clock;
    private final SearchIndex index;
    private final BooleanSupplier mayContinue;
    private final SearchStore store = new SearchStore();

    /// When a search last read changed accounts. A build takes too long to count.
    private volatile Instant accountsReadAt = Instant.MIN;

    /// @param continuation called after each batch; if it returns false, a [CancellationException] ends the work
    IndexUpdater(Database database, InstantSource clock, SearchIndex index, BooleanSupplier continuation) {
        this.database = database;
        this.clock = clock;
        this.index = index;
        this.mayContinue = continuation;
    }

    /// Whether titles and names in the index are those of the database.
    boolean hasAllTitles() {
        return revision() == index.checkpoint().revision() && isRecent(accountsReadAt, ACCOUNTS_INTERVAL);
    }

    boolean hasRecentVotes() {
        return isRecent(index.checkpoint().votesCountedAt(), VOTES_INTERVAL);
    }

    /// Reads the changes if there are few.
    ///
    /// @return whether there were few
    boolean applyFewChanges() {
        Instant now = clock.instant();
        long revision = revision();
        resetIfOlder(revision);
        IndexCheckpoint before = index.checkpoint();
        if (before.equals(IndexCheckpoint.NONE)) {
            return false;
        }
        for (DocumentType type : TITLES) {
            Position from = new Position(before.revision(), Long.MAX_VALUE);
            if (isMany(database.read(tx -> store.titles(tx, type, from, MAX_IMMEDIATE)))) {
                return false;
            }
        }
        Position from = usersFrom(before.accountsChangedAt());
        Batch users = database.read(tx -> store.users(tx, from, MAX_IMMEDIATE));
        if (isMany(users)) {
            return false;
        }
        index.publish(new IndexCheckpoint(
                revision, latest(users.end(), before.accountsChangedAt(), now), before.votesCountedAt()));
        accountsReadAt = now;
        return true;
    }

    private boolean isMany(Batch batch) {
        index.put(batch.entries());
        return batch.entries().size() >= MAX_IMMEDIATE;
    }

    /// Reads all changes. They can be found before the end, except in a new index.
    void applyChanges() {
        long revision = revision();
        resetIfOlder(revision);
        read(revision, index.checkpoint());
    }

    /// Reads everything again. The previous content can be found until the end.
    void rebuild() {
        index.clear();
        read(revision(), IndexCheckpoint.NONE);
    }

    /// After the restore of an older database, the index contains changes that the database does not have.
    private void resetIfOlder(long revision) {
        if (revision < index.checkpoint().revision()) {
            index.reset();
        }
    }

    private boolean isRecent(Instant then, Duration age) {
        Instant now = clock.instant();
        return then.isAfter(now.minus(age)) && !then.isAfter(now);
    }

    private void read(long revision, IndexCheckpoint before) {
        Instant now = clock.instant();
        boolean complete = before.equals(IndexCheckpoint.NONE);
        // Votes are read together with titles: after reading all titles, all votes are current.
        boolean votes = !complete && !isRecent(before.votesCountedAt(), VOTES_INTERVAL);
        long count = titles(before.revision(), complete ? index::add : this::publishBatch);
        Instant accountsUntil = users(before.accountsChangedAt(), now);
        if (votes) {
            votes(before.votesCountedAt());
        }
        index.publish(new IndexCheckpoint(revision, accountsUntil, complete || votes ? now : before.votesCountedAt()));
        if (count >= COMMIT_INTERVAL) {
            index.commit();
        }
    }

    private void publishBatch(List<IndexDocument> entries) {
        index.put(entries);
        if (entries.size() == BATCH_SIZE) {
            index.show();
        }
    }

    private long revision() {
        return database.read(store::revision);
    }

    /// Reads everything written after a revision. Writes in the meantime may be included, and are read again
    /// later.
    ///
    /// @param consumer adds documents that do not exist yet; duplicates are removed when the item is read again
    private long titles(long revision, Consumer<List<IndexDocument>> consumer) {
        long count = 0;
        for (DocumentType type : TITLES) {
            count += all(
                            new Position(revision, Long.MAX_VALUE),
                            (tx, from) -> store.titles(tx, type, from, BATCH_SIZE),
                            consumer)
                    .count();
        }
        return count;
    }

    private Instant users(Instant since, Instant now) {
        Position end = all(usersFrom(since), (tx, position) -> store.users(tx, position, BATCH_SIZE), index::put)
                .end();
        return latest(end, since, now);
    }

    private static Position usersFrom(Instant since) {
        return new Position(Math.max(0, since.minus(OVERLAP).toEpochMilli()), 0);
    }

    /// Never in the future: after the clock was wrong once, changes would be missed until then.
    private static Instant latest(Position end, Instant since, Instant now) {
        Instant last = Instant.ofEpochMilli(Math.max(end.changedAt(), since.toEpochMilli()));
        return last.isAfter(now) ? now : last;
    }

    /// From the beginning, if the clock was ahead at the last count.
    private void votes(Instant last) {
        Instant since = last.isAfter(clock.instant()) ? Instant.EPOCH : last.minus(OVERLAP);
        database.read(tx -> {
            store.votes(tx, since, (type, counted) -> index.count(type, counted.id(), counted.changedAt()));
            return true;
        });
    }

    private record ReadResult(long count, Position end) {}

    /// Reads in batches, so that no transaction is open for long.
    private ReadResult all(
            Position from, BiFunction<Tx, Position, Batch> read, Consumer<List<IndexDocument>> consumer) {
        Position at = from;
        long count = 0;
        while (true) {
            Position start = at;
            Batch batch = database.read(tx -> read.apply(tx, start));
            consumer.accept(batch.entries());
            count += batch.entries().size();
            at = batch.end();
            if (batch.entries().size() < BATCH_SIZE) {
                return new ReadResult(count, at);
            }
            if (!mayContinue.getAsBoolean()) {
                throw new CancellationException("the search index is closed");
            }
        }
    }
}
