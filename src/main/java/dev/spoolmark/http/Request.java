package dev.spoolmark.http;

import dev.spoolmark.http.body.LargeBodyPolicy;
import dev.spoolmark.http.body.ReceivedBody;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// What came in, before any dialect has looked at it.
public interface Request extends Blocking {

    /// The verb in capitals. HEAD arrives as GET: the door drops the body of the answer.
    String verb();

    /// Whether the client sent HEAD, so that only a read is allowed.
    boolean isHead();

    /// The path as sent, percent signs and all, always with a leading slash.
    String rawPath();

    /// The query as sent, without the question mark; empty when there is none.
    String rawQuery();

    /// The first value of a header, by its name in any case.
    Optional<String> header(String name);

    /// Who is at the other end, after the proxies that the configuration trusts.
    InetAddress client();

    /// Scheme and host under which the client reached us, without a slash at the end.
    String base();

    /// A short id for this request, unique within the process: what a person can quote from an error.
    String id();

    /// Waits as [Blocking] does.
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

    /// The body, read whole from the network. It is closed when the request is over, or before.
    ///
    /// More than `limit` bytes are refused with `Problem.TooBig`, a body that is cut off with `Problem.Unreadable`,
    /// one that comes too slowly with `Problem.TooSlow`, and one for which there is no place with
    /// `Problem.Overloaded`.
    ///
    /// @param large called when it turns out to be large
    ReceivedBody body(long limit, LargeBodyPolicy large);
}
