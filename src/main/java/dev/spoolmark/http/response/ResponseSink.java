package dev.spoolmark.http.response;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The destination of the bytes of a response: the socket of its connection.
public interface ResponseSink {

    /// Sends as much as the client accepts without blocking. The rest remains in `bytes`.
    void offer(ByteBuffer bytes) throws IOException;

    /// Sends all bytes, blocking until the client has accepted them.
    void send(ByteBuffer bytes) throws IOException;

    /// The response has been sent completely: closing the connection is now its proper end.
    void complete();

    /// Resets the connection: the client sees a failure and never the end of a body, and unsent bytes are dropped.
    /// May be called by any thread.
    void reset();
}
