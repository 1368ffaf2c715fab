package dev.spoolmark.transfer.server;

/// A portable backup cannot be imported. The message says why and what to do.
public final class ServerCopyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerCopyException(String message) {
        super(message);
    }
}
