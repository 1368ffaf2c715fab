package dev.spoolmark.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How whoever writes for minutes lets others in between.
///
/// While a server runs on the same data, a gap is left after each portion. It is as long as the longest wait of
/// SQLite's
/// first nine looks, the last of which comes 103 ms after the first: whoever waits a portion long meets the gap.
public final class Turns {

    private static final Duration GAP = Duration.ofMillis(25);

    private final DataDirectory data;

    public Turns(DataDirectory data) {
        this.data = data;
    }

    /// Whether nobody else is there who would have to wait.
    boolean isAlone() {
        return !Presence.isAnnounced(data);
    }

    void giveWay() {
        if (!isAlone()) {
            LockSupport.parkNanos(GAP.toNanos());
        }
    }
}
