package dev.spoolmark.torture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;

/// Concurrent writers, each with a connection, several of them for the same user.
///
/// A writer repeats a request that got no response, as real clients do, before it continues.
final class Writers {

    static final int USERS = 8;
    static final int WRITERS = 32;

    private static final List<RecordedWrite.Kind> KINDS = List.of(
            RecordedWrite.Kind.SCROBBLE,
            RecordedWrite.Kind.SEEN,
            RecordedWrite.Kind.RATE,
            RecordedWrite.Kind.COLLECT,
            RecordedWrite.Kind.WATCHLIST,
            RecordedWrite.Kind.LIST_ITEM,
            RecordedWrite.Kind.COMMENT);

    private final WriteLedger ledger;
    private final CheckinLedger slots;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong refusals = new AtomicLong();
    private final AtomicLong responses = new AtomicLong();
    private final boolean returns;
    private volatile boolean running = true;

    private Writers(WriteLedger ledger, CheckinLedger slots, boolean returns) {
        this.ledger = ledger;
        this.slots = slots;
        this.returns = returns;
    }

    /// Signs in each user once, since hashing takes long, and creates a list for each.
    static void prepare(int port) throws IOException {
        try (PipelinedConnection connection = new PipelinedConnection(port)) {
            for (int user = 0; user < USERS; user++) {
                connection.post("account/test", RecordedWrite.signed(user));
                String lists = "/user/lists.json/" + PipelinedConnection.KEY + "/" + RecordedWrite.userNameOf(user);
                if (!connection.get(lists).body().contains(RecordedWrite.LIST)) {
                    connection.post("lists/add", RecordedWrite.signed(user, "\"name\":\"" + RecordedWrite.LIST + "\""));
                }
            }
        }
    }

    /// @param port the server of each writer
    static Writers start(WriteLedger ledger, CheckinLedger slots, IntUnaryOperator port) {
        return start(new Writers(ledger, slots, false), port);
    }

    /// Writers that reconnect when their server is restarted.
    static Writers startAndReturn(WriteLedger ledger, CheckinLedger slots, IntUnaryOperator port) {
        return start(new Writers(ledger, slots, true), port);
    }

    private static Writers start(Writers writers, IntUnaryOperator port) {
        WriteLedger ledger = writers.ledger;
        List<RecordedWrite> unacknowledged = ledger.unacknowledged();
        for (int n = 0; n < WRITERS; n++) {
            int number = n;
            Queue<RecordedWrite> again = new ConcurrentLinkedQueue<>();
            for (int i = n; i < unacknowledged.size(); i += WRITERS) {
                again.add(unacknowledged.get(i));
            }
            writers.threads.add(Thread.ofPlatform().daemon().start(() -> writers.write(number, port, again)));
        }
        return writers;
    }

    /// Unexpected responses. Rejections because of overload are not included.
    List<String> faults() {
        return List.copyOf(faults);
    }

    long refusals() {
        return refusals.get();
    }

    long responses() {
        return responses.get();
    }

    void stop() throws InterruptedException {
        running = false;
        join();
    }

    /// Waits until all writers have noticed that their server ended.
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(90));
        }
    }

    private void write(int writer, IntUnaryOperator port, Queue<RecordedWrite> again) {
        boolean patient = true;
        for (int index = writer; running && patient; index += KINDS.size()) {
            try (PipelinedConnection connection = new PipelinedConnection(port.applyAsInt(writer))) {
                run(connection, writer, index, again);
            } catch (IOException closed) {
                patient = returns && pause();
            }
        }
    }

    /// Until the server closes the connection or there are no more requests.
    private void run(PipelinedConnection connection, int writer, int from, Queue<RecordedWrite> again)
            throws IOException {
        boolean last = false;
        for (int index = from; !last && (running || !again.isEmpty()); index++) {
            if (writer < USERS && index % 10 == 0) {
                slots.change(connection, writer, ledger.next(RecordedWrite.Kind.CHECK_IN, writer));
            }
            if (again.isEmpty()) {
                again.add(ledger.next(KINDS.get(index % KINDS.size()), writer % USERS));
            }
            RecordedWrite write = again.element();
            PipelinedConnection.Response response = attempt(connection, write);
            if (!response.isRetryable() || !running) {
                again.remove();
            }
            last = response.last();
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

    private PipelinedConnection.Response attempt(PipelinedConnection connection, RecordedWrite write)
            throws IOException {
        ledger.sent(write);
        PipelinedConnection.Response response = connection.post(write.kind().method(), write.body());
        if (response.isStored()) {
            ledger.acknowledged(write);
            responses.incrementAndGet();
        } else if (response.isRetryable()) {
            refusals.incrementAndGet();
        } else {
            faults.add(write + " got " + response);
        }
        return response;
    }
}
