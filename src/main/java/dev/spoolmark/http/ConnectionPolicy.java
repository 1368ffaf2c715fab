package dev.spoolmark.http;

import dev.spoolmark.http.body.LimitedBodyStream;
import java.util.OptionalLong;

/// Decides whether a connection is closed after a response.
final class ConnectionPolicy {

    private ConnectionPolicy() {}

    /// Counts the request and returns whether its connection carries no other.
    static boolean countAndCheckClose(ReceivedRequest request) {
        ClientConnection connection = request.head().connection();
        boolean isLast = connection.countRequestAndCheckLimit();
        return isLast
                || mustClose(request)
                || connection.isOfHttp10()
                || request.head().headers().listed("Connection").stream().anyMatch("close"::equalsIgnoreCase);
    }

    /// Whether the rest of the body may be long, or the client has not been asked to send it.
    private static boolean mustClose(ReceivedRequest request) {
        LimitedBodyStream body = request.incoming();
        if (body.ended()) {
            return false;
        }
        OptionalLong length = request.head().contentLength();
        boolean small = length.isPresent() && length.getAsLong() <= HttpLimits.UNREAD_BODY_BYTES;
        return body.broken() || !small || (expectsContinue(request) && body.isUnread());
    }

    /// Reads the rest of a body before the connection is closed: a client that is still sending would otherwise see
    /// a reset connection instead of the response. A client that waits for `100 Continue` sends nothing.
    static void drainBeforeClose(ReceivedRequest request) {
        if (!expectsContinue(request)) {
            request.incoming().drain();
        }
    }

    private static boolean expectsContinue(ReceivedRequest request) {
        return request.head().headers().has("Expect");
    }
}
