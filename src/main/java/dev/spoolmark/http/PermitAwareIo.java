package dev.spoolmark.http;

import dev.spoolmark.http.overload.AdmissionControl;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/// Reads and writes of a request: without its permit (its slot in [AdmissionControl]) while they block, and with a
/// deadline.
public record PermitAwareIo(IoWatchdog.IoDeadline watch, AdmissionControl.Permit permit) implements Blocking {

    /// Writes at the end of a response. The permit is returned and not acquired again.
    public <T> T finalWrite(Duration within, Transfer<T> transfer) throws IOException {
        watch.arm(within);
        permit.close();
        try {
            return transfer.run();
        } finally {
            watch.disarm();
        }
    }

    /// Returns the permit.
    public void release() {
        permit.close();
    }

    public <T> T transfer(Duration within, Transfer<T> transfer) throws IOException {
        watch.arm(within);
        permit.pause();
        try {
            return transfer.run();
        } finally {
            watch.disarm();
            permit.resume();
        }
    }

    /// Runs something that blocks, without the permit.
    @Override
    public <T> T runBlocking(Supplier<T> waiting) {
        permit.pause();
        try {
            return waiting.get();
        } finally {
            permit.resume();
        }
    }

    /// A read or a write.
    @FunctionalInterface
    public interface Transfer<T> {

        T run() throws IOException;
    }
}
