package dev.spoolmark.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/// What a request does around every wait for the network: lend back its turn, and be watched for stalling.
record NetworkWait(Stalls.Watch watch, Admission.Turn turn) {

    /// The last wait of a request: its turn is not needed again.
    <T> T last(Duration within, Transfer<T> transfer) throws IOException {
        watch.expect(within);
        turn.close();
        try {
            return transfer.run();
        } finally {
            watch.done();
        }
    }

    /// Gives the turn back: what follows needs none.
    void release() {
        turn.close();
    }

    <T> T during(Duration within, Transfer<T> transfer) throws IOException {
        watch.expect(within);
        turn.pause();
        try {
            return transfer.run();
        } finally {
            watch.done();
            turn.resume();
        }
    }

    <T> T aside(Supplier<T> waiting) {
        turn.pause();
        try {
            return waiting.get();
        } finally {
            turn.resume();
        }
    }

    /// A read or a write.
    @FunctionalInterface
    interface Transfer<T> {

        T run() throws IOException;
    }
}
