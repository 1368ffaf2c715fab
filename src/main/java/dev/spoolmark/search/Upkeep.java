package dev.spoolmark.search;

import dev.spoolmark.search.SearchStore.Place;
import dev.spoolmark.search.SearchStore.Portion;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Keeps the index as fresh as the store: before each search it reads what was written since the last one.
///
/// The catalogue counts its changes, so that a title is never missed and never late. Accounts and votes carry times
/// only; they are looked at every few seconds and every minute, a little back each time, since of two transactions the
/// later may carry the earlier time.
final class Upkeep {

    static final Duration PEOPLE_EVERY = Duration.ofSeconds(2);
    static final Duration VOTES_EVERY = Duration.ofMinutes(1);

    private static final Duration LOOK_BACK = Duration.ofSeconds(60);
    private static final int PORTION = 5_000;
    private static final List<Subject> TITLES = List.of(Subject.MOVIE, Subject.SHOW, Subject.EPISODE, Subject.PERSON);

    private final Database database;
    private final InstantSource clock;
    private final TitleIndex index;
    private final SearchStore store = new SearchStore();
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Instant peopleSeen = Instant.MIN;

    Upkeep(Database database, InstantSource clock, TitleIndex index) {
        this.database = database;
        this.clock = clock;
        this.index = index;
    }

    void catchUp() {
        if (isCurrent()) {
            return;
        }
        turn.lock();
        try {
            if (!isCurrent()) {
                follow();
            }
        } finally {
            turn.unlock();
        }
    }

    /// Forgets everything and reads it again.
    void rebuild() {
        turn.lock();
        try {
            index.clear();
            index.publish(Mark.NONE);
            follow();
        } finally {
            turn.unlock();
        }
    }

    private boolean isCurrent() {
        return passes() == index.mark().pass()
                && isYoung(peopleSeen, PEOPLE_EVERY)
                && isYoung(index.mark().votes(), VOTES_EVERY);
    }

    private boolean isYoung(Instant then, Duration age) {
        return then.isAfter(clock.instant().minus(age));
    }

    private void follow() {
        Instant now = clock.instant();
        long passes = passes();
        if (passes < index.mark().pass()) {
            index.clear(); // an older store was put back
            index.publish(Mark.NONE);
        }
        Mark before = index.mark();
        boolean whole = before.equals(Mark.NONE);
        // Votes are read with the titles, so whoever reads all titles has all votes.
        boolean votes = !whole && !isYoung(before.votes(), VOTES_EVERY);
        long taken = titles(before.pass(), whole ? index::add : index::put);
        Instant people = users(before.people());
        if (votes) {
            votes(before.votes());
        }
        index.publish(new Mark(passes, people, whole || votes ? now : before.votes()));
        peopleSeen = now;
        if (taken >= PORTION) {
            index.commit();
        }
    }

    private long passes() {
        return database.read(store::passes);
    }

    /// Everything written after a pass. What a later one writes meanwhile may be among it, and is read again.
    ///
    /// @param taker adds where nothing stands yet; what it then has twice is put right when it is read again
    private long titles(long pass, Consumer<List<Entry>> taker) {
        long taken = 0;
        for (Subject subject : TITLES) {
            taken += all(new Place(pass, Long.MAX_VALUE), (tx, from) -> store.titles(tx, subject, from, PORTION), taker)
                    .taken();
        }
        return taken;
    }

    private Instant users(Instant since) {
        Place from = new Place(Math.max(0, since.minus(LOOK_BACK).toEpochMilli()), 0);
        long last = all(from, (tx, place) -> store.users(tx, place, PORTION), index::put)
                .end()
                .when();
        return Instant.ofEpochMilli(Math.max(last, since.toEpochMilli()));
    }

    private void votes(Instant since) {
        database.read(tx -> {
            store.votes(
                    tx,
                    since.minus(LOOK_BACK),
                    (subject, counted) -> index.count(subject, counted.id(), counted.when()));
            return true;
        });
    }

    private record Reading(long taken, Place end) {}

    /// Reads to the end, a portion at a time, so that nothing is held open for long.
    private Reading all(Place from, BiFunction<Tx, Place, Portion> read, Consumer<List<Entry>> taker) {
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
        }
    }
}
