package dev.spoolmark.app;

import dev.spoolmark.wire.AccessLog;
import dev.spoolmark.wire.Door;
import dev.spoolmark.wire.DoorSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Everything put together by hand, from the store up to the door.
public final class Server implements AutoCloseable {

    private static final Duration QUEUED = Duration.ofSeconds(1);

    private final Door door;
    private final AccessLog accessLog;
    private final String host;

    private Server(Door door, AccessLog accessLog, String host) {
        this.door = door;
        this.accessLog = accessLog;
        this.host = host;
    }

    /// Listens when it returns.
    public static Server start(Workplace work, InstantSource clock, PrintStream out) {
        Configuration configuration = work.configuration();
        AccessLog accessLog = configuration.listening().accessLog() ? AccessLog.to(out) : AccessLog.off();
        Door door = new Door(settings(configuration), List.of(new OwnPages(work.database())), accessLog);
        door.start();
        return new Server(door, accessLog, configuration.listening().host());
    }

    /// Scheme, host and port, as one would type them.
    public String address() {
        String typed = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + typed + ":" + door.port();
    }

    /// Finishes the requests in hand.
    @Override
    public void close() {
        door.close();
        accessLog.close();
    }

    private static DoorSettings settings(Configuration configuration) {
        Configuration.Listening listening = configuration.listening();
        Configuration.Limits limits = configuration.limits();
        return new DoorSettings(
                listening.host(),
                listening.port(),
                listening.publicUrl(),
                listening.allowedHosts(),
                listening.trustedProxies(),
                listening.corsOrigins(),
                limits.connections(),
                limits.concurrent(),
                limits.queue(),
                QUEUED,
                limits.bodyMemory());
    }
}
