package dev.spoolmark.http.response;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the bytes of a response go: the socket of its connection.
public interface ResponseSink {

    /// Sends as much as the client takes without waiting for it. What is left remains in `bytes`.
    void offer(ByteBuffer bytes) throws IOException;

    /// Sends all of it and waits while the client does not take it.
    void send(ByteBuffer bytes) throws IOException;

    /// All of a response has been sent: from here on a close of the connection is its proper end.
    void complete();

    /// Resets the connection: the client sees a failure and never the end of a body, and unsent bytes are dropped.
    /// May be called by any thread.
    void reset();
}
