package dev.spoolmark.wire;

import java.io.IOException;
import java.io.OutputStream;

/// Where the HTTP library takes an answer.
interface Outlet {

    /// Sends all of it. The header holds a Content-Length already when nothing of the body is to be sent.
    void send(int status, AnswerHeader header, byte[] body) throws IOException;

    /// Sends the header and returns where the body goes. Closing that ends the answer properly.
    OutputStream open(int status, AnswerHeader header) throws IOException;
}
