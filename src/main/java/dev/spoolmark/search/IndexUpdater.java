package dev.spoolmark.search;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.search.SearchStore.Place;
import dev.spoolmark.search.SearchStore.Portion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Brings the index up to the store. One thread at a time may do so.
///
/// The catalogue counts its changes, so that a title is never missed. Accounts and votes carry times only; they are
/// looked at every few seconds and every minute, a little back each time, since of two transactions the later may
/// carry the earlier time.
final class IndexUpdater {

    static final Duration PEOPLE_EVERY = Duration.ofSeconds(2);
    static final Duration VOTES_EVERY = Duration.ofMinutes(1);

    /// So few changes are read while a search waits for them; more are read beside the requests.
    static final int FEW = 200;

    private static final Duration LOOK_BACK = Duration.ofSeconds(60);
    private static final int PORTION = 2_000;

    /// After so many changes the index is committed, so that a crash does not lose the work.
    private static final int COMMIT_AFTER = 5_000;

    private static final List<DocumentType> TITLES =
            List.of(DocumentType.MOVIE, DocumentType.SHOW, DocumentType.EPISODE, DocumentType.PERSON);

    private final Database database;
    private final InstantSource clock;
    private final SearchIndex index;
    private final BooleanSupplier goesOn;
    private final SearchStore store = new SearchStore();

    /// When a search looked for changed accounts. A build takes too long to count as one.
    private volatile Instant peopleSeen = Instant.MIN;

    /// @param goesOn asked after each whole portion; if not, a [CancellationException] ends the work
    IndexUpdater(Database database, InstantSource clock, SearchIndex index, BooleanSupplier goesOn) {
        this.database = database;
        this.clock = clock;
        this.index = index;
        this.goesOn = goesOn;
    }

    /// Whether titles and names in the index are those of the store.
    boolean hasAllTitles() {
        return passes() == index.mark().pass() && isYoung(peopleSeen, PEOPLE_EVERY);
    }

    boolean hasYoungVotes() {
        return isYoung(index.mark().votes(), VOTES_EVERY);
    }

    /// Reads what changed when that is little. Says whether it was.
    boolean followFew() {
        Instant now = clock.instant();
        long passes = passes();
        resetIfOlder(passes);
        IndexCheckpoint before = index.mark();
        if (before.equals(IndexCheckpoint.NONE)) {
            return false;
        }
        for (DocumentType subject : TITLES) {
            Place from = new Place(before.pass(), Long.MAX_VALUE);
            if (isMany(database.read(tx -> store.titles(tx, subject, from, FEW)))) {
                return false;
            }
        }
        Place from = usersFrom(before.people());
        Portion users = database.read(tx -> store.users(tx, from, FEW));
        if (isMany(users)) {
            return false;
        }
        index.publish(new IndexCheckpoint(passes, reached(users.end(), before.people(), now), before.votes()));
        peopleSeen = now;
        return true;
    }

    private boolean isMany(Portion portion) {
        index.put(portion.entries());
        return portion.entries().size() >= FEW;
    }

    /// Reads all that changed. What was read is found before the end is reached, except in an index that is new.
    void applyChanges() {
        long passes = passes();
        resetIfOlder(passes);
        read(passes, index.mark());
    }

    /// Reads everything again. What was found before is found until the end is reached.
    void rebuild() {
        index.clear();
        read(passes(), IndexCheckpoint.NONE);
    }

    /// When an older store was put back, what the index has is not in it.
    private void resetIfOlder(long passes) {
        if (passes < index.mark().pass()) {
            index.reset();
        }
    }

    private boolean isYoung(Instant then, Duration age) {
        Instant now = clock.instant();
        return then.isAfter(now.minus(age)) && !then.isAfter(now);
    }

    private void read(long passes, IndexCheckpoint before) {
        Instant now = clock.instant();
        boolean complete = before.equals(IndexCheckpoint.NONE);
        // Votes are read with the titles: who reads all titles has all votes.
        boolean votes = !complete && !isYoung(before.votes(), VOTES_EVERY);
        long taken = titles(before.pass(), complete ? index::add : this::putAndShow);
        Instant people = users(before.people(), now);
        if (votes) {
            votes(before.votes());
        }
        index.publish(new IndexCheckpoint(passes, people, complete || votes ? now : before.votes()));
        if (taken >= COMMIT_AFTER) {
            index.commit();
        }
    }

    private void putAndShow(List<IndexDocument> entries) {
        index.put(entries);
        if (entries.size() == PORTION) {
            index.show();
        }
    }

    private long passes() {
        return database.read(store::passes);
    }

    /// Everything written after a pass. What a later one writes meanwhile may be among it, and is read again.
    ///
    /// @param taker adds where nothing stands yet; what it then has twice is put right when it is read again
    private long titles(long pass, Consumer<List<IndexDocument>> taker) {
        long taken = 0;
        for (DocumentType subject : TITLES) {
            taken += all(new Place(pass, Long.MAX_VALUE), (tx, from) -> store.titles(tx, subject, from, PORTION), taker)
                    .taken();
        }
        return taken;
    }

    private Instant users(Instant since, Instant now) {
        Place end = all(usersFrom(since), (tx, place) -> store.users(tx, place, PORTION), index::put)
                .end();
        return reached(end, since, now);
    }

    private static Place usersFrom(Instant since) {
        return new Place(Math.max(0, since.minus(LOOK_BACK).toEpochMilli()), 0);
    }

    /// Never in the future: a clock that was ahead once would hide what changes until then.
    private static Instant reached(Place end, Instant since, Instant now) {
        Instant last = Instant.ofEpochMilli(Math.max(end.when(), since.toEpochMilli()));
        return last.isAfter(now) ? now : last;
    }

    /// Of all time, where the clock was ahead when they were counted last.
    private void votes(Instant last) {
        Instant since = last.isAfter(clock.instant()) ? Instant.EPOCH : last.minus(LOOK_BACK);
        database.read(tx -> {
            store.votes(tx, since, (subject, counted) -> index.count(subject, counted.id(), counted.when()));
            return true;
        });
    }

    private record Reading(long taken, Place end) {}

    /// Reads to the end, a portion at a time, so that nothing is held open for long.
    private Reading all(Place from, BiFunction<Tx, Place, Portion> read, Consumer<List<IndexDocument>> taker) {
        Place at = from;
        long taken = 0;
        while (true) {
            Place start = at;
            Portion portion = database.read(tx -> read.apply(tx, start));
            taker.accept(portion.entries());
            taken += portion.entries().size();
            at = portion.end();
            if (portion.entries().size() < PORTION) {
                return new Reading(taken, at);
            }
            if (!goesOn.getAsBoolean()) {
                throw new CancellationException("the search index is closed");
            }
        }
    }
}
