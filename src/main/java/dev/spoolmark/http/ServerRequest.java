package dev.spoolmark.http;

import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.ReceivedBody;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// A request as handlers see it.
public interface ServerRequest extends RequestHead, Blocking {

    /// The query as sent, without the question mark; empty when there is none.
    String rawQuery();

    /// Address of the client, behind the trusted proxies.
    InetAddress client();

    /// Address at the other end of the connection: of the last proxy, if there is one.
    InetAddress peer();

    /// The value of a header field that occurs once; empty if there are several values or none.
    Optional<String> onlyHeader(String name);

    /// Scheme and host under which the client reached the server, without a slash at the end.
    String base();

    /// A short id, unique within the process, that a user can quote from an error.
    String id();

    /// Waits without holding the permit of the request.
    default void pause(Duration time) {
        runBlocking(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return time;
        });
    }

    /// Reads the whole body from the network. It is closed when the request has its response, or before.
    ///
    /// @param limit maximum size in bytes
    /// @param large called when the body turns out to be large
    /// @throws dev.spoolmark.core.ProblemException with `TooBig` above the limit, `Unreadable` when the body is cut
    ///     off, `TooSlow` when it comes too slowly, `Overloaded` when there is no space for it
    ReceivedBody body(long limit, LargeBodyListener large);
}
