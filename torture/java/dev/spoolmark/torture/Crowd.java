package dev.spoolmark.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;

/// Writers who all write at once, each on a connection of its own, several of them for the same person.
///
/// A writer sends again what it got no answer to, as real clients do, and only then goes on.
final class Crowd {

    static final int PEOPLE = 8;
    static final int WRITERS = 32;

    private static final List<Deed.Kind> KINDS = List.of(
            Deed.Kind.SCROBBLE,
            Deed.Kind.SEEN,
            Deed.Kind.RATE,
            Deed.Kind.COLLECT,
            Deed.Kind.WATCHLIST,
            Deed.Kind.LIST_ITEM,
            Deed.Kind.COMMENT);

    private final Ledger ledger;
    private final Slots slots;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong refusals = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final boolean returns;
    private volatile boolean goesOn = true;

    private Crowd(Ledger ledger, Slots slots, boolean returns) {
        this.ledger = ledger;
        this.slots = slots;
        this.returns = returns;
    }

    /// Everyone has signed in once, which is what takes long, and has a list to put things on.
    static void prepare(int port) throws IOException {
        try (Line line = new Line(port)) {
            for (int person = 0; person < PEOPLE; person++) {
                line.post("account/test", Deed.signed(person));
                String lists = "/user/lists.json/" + Line.KEY + "/" + Deed.person(person);
                if (!line.get(lists).body().contains(Deed.LIST)) {
                    line.post("lists/add", Deed.signed(person, "\"name\":\"" + Deed.LIST + "\""));
                }
            }
        }
    }

    /// @param port for each writer the server that it talks to
    static Crowd start(Ledger ledger, Slots slots, IntUnaryOperator port) {
        return start(new Crowd(ledger, slots, false), port);
    }

    /// One whose writers look for their server again when it is gone.
    static Crowd startAndReturn(Ledger ledger, Slots slots, IntUnaryOperator port) {
        return start(new Crowd(ledger, slots, true), port);
    }

    private static Crowd start(Crowd crowd, IntUnaryOperator port) {
        Ledger ledger = crowd.ledger;
        List<Deed> unanswered = ledger.unanswered();
        for (int n = 0; n < WRITERS; n++) {
            int number = n;
            Queue<Deed> again = new ConcurrentLinkedQueue<>();
            for (int i = n; i < unanswered.size(); i += WRITERS) {
                again.add(unanswered.get(i));
            }
            crowd.threads.add(Thread.ofPlatform().daemon().start(() -> crowd.write(number, port, again)));
        }
        return crowd;
    }

    /// What was answered that must not be; what the server could not take is none of it.
    List<String> faults() {
        return List.copyOf(faults);
    }

    long refusals() {
        return refusals.get();
    }

    long answers() {
        return answers.get();
    }

    void stop() throws InterruptedException {
        goesOn = false;
        join();
    }

    /// Waits until all have found out that their server is gone.
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(90));
        }
    }

    private void write(int writer, IntUnaryOperator port, Queue<Deed> again) {
        boolean patient = true;
        for (int turn = writer; goesOn && patient; turn += KINDS.size()) {
            try (Line line = new Line(port.applyAsInt(writer))) {
                talk(line, writer, turn, again);
            } catch (IOException gone) {
                patient = returns && pause();
            }
        }
    }

    /// Until the server ends the connection, or there is nothing more to say.
    private void talk(Line line, int writer, int from, Queue<Deed> again) throws IOException {
        boolean last = false;
        for (int turn = from; !last && (goesOn || !again.isEmpty()); turn++) {
            if (writer < PEOPLE && turn % 10 == 0) {
                slots.change(line, writer, ledger.next(Deed.Kind.CHECK_IN, writer));
            }
            if (again.isEmpty()) {
                again.add(ledger.next(KINDS.get(turn % KINDS.size()), writer % PEOPLE));
            }
            Deed deed = again.element();
            Line.Reply reply = attempt(line, deed);
            if (!reply.asksToTryAgain() || !goesOn) {
                again.remove();
            }
            last = reply.last();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(50);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Line.Reply attempt(Line line, Deed deed) throws IOException {
        ledger.sent(deed);
        Line.Reply reply = line.post(deed.kind().method(), deed.body());
        if (reply.saysKept()) {
            ledger.acknowledged(deed);
            answers.incrementAndGet();
        } else if (reply.asksToTryAgain()) {
            refusals.incrementAndGet();
        } else {
            faults.add(deed + " was answered " + reply);
        }
        return reply;
    }
}
