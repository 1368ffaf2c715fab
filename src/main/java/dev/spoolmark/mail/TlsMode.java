package dev.spoolmark.mail;

/// How the connection to the mail server is encrypted. The certificate is always checked.
public enum TlsMode {

    /// From the start (RFC 8314, 3.3).
    TLS(465),

    /// After the command `STARTTLS`, without which nothing is sent (RFC 3207).
    STARTTLS(587),

    /// Not at all.
    NONE(25);

    private final int port;

    TlsMode(int port) {
        this.port = port;
    }

    /// The usual port of a mail server with this mode.
    public int defaultPort() {
        return port;
    }
}
