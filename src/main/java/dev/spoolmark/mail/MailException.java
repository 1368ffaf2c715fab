package dev.spoolmark.mail;

/// A mail was not accepted. The message is for the log: it contains neither the recipient nor a credential.
public final class MailException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean permanent;

    /// @param permanent whether the same mail would be rejected again
    public MailException(String message, boolean permanent, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    public boolean isPermanent() {
        return permanent;
    }
}
