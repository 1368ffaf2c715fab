package dev.spoolmark.transfer;

import java.io.IOException;

/// The archive of a user is larger, or takes more time, than a download may. The command `export` has neither limit.
public final class ExportTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ExportTooLargeException(String reason) {
        super(reason);
    }
}
