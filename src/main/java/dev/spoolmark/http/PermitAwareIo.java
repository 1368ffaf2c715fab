package dev.spoolmark.http;

import dev.spoolmark.http.overload.AdmissionControl;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/// What a request does around every wait for the network: lend back its turn, and be watched for stalling.
public record PermitAwareIo(IoWatchdog.IoDeadline watch, AdmissionControl.Permit turn) implements Blocking {

    /// The last wait of a request: its turn is not needed again.
    public <T> T finalWrite(Duration within, Transfer<T> transfer) throws IOException {
        watch.arm(within);
        turn.close();
        try {
            return transfer.run();
        } finally {
            watch.disarm();
        }
    }

    /// Gives the turn back: what follows needs none.
    public void release() {
        turn.close();
    }

    public <T> T transfer(Duration within, Transfer<T> transfer) throws IOException {
        watch.arm(within);
        turn.pause();
        try {
            return transfer.run();
        } finally {
            watch.disarm();
            turn.resume();
        }
    }

    /// Runs something that blocks, without the permit.
    @Override
    public <T> T runBlocking(Supplier<T> waiting) {
        turn.pause();
        try {
            return waiting.get();
        } finally {
            turn.resume();
        }
    }

    /// A read or a write.
    @FunctionalInterface
    public interface Transfer<T> {

        T run() throws IOException;
    }
}
