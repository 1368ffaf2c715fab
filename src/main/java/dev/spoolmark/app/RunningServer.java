package dev.spoolmark.app;

import dev.spoolmark.wire.AccessLog;
import java.io.PrintStream;

/// A server that listens, with the log of its requests; known by the address one would type.
public final class RunningServer implements AutoCloseable {

    private final Server server;
    private final AccessLog log;
    private final String host;

    private RunningServer(Server server, AccessLog log, String host) {
        this.server = server;
        this.log = log;
        this.host = host;
    }

    /// Requests leave their lines on `out`, unless the operator wants none.
    public static RunningServer start(Workplace work, Features features, PrintStream out) {
        Configuration.Listening listening = work.configuration().listening();
        AccessLog log = listening.accessLog() ? AccessLog.to(out) : AccessLog.off();
        try {
            return new RunningServer(Server.start(features, work.configuration(), log), log, listening.host());
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /// Scheme, host and port.
    public String address() {
        String typed = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + typed + ":" + server.port();
    }

    /// Finishes the requests in hand, then the lines about them.
    @Override
    public void close() {
        server.close();
        log.close();
    }
}
