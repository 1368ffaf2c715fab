package dev.spoolmark.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// Describes why a mail was not sent, without texts of the mail server, which may contain the recipient.
final class SmtpFailure {

    private static final int PERMANENT = 500;

    private SmtpFailure() {}

    static MailException of(MessagingException failure, SmtpSettings settings) {
        String server = settings.host() + ":" + settings.port();
        if (failure instanceof AddressException) {
            return new MailException("the address cannot be used for mail", true, failure);
        }
        if (failure instanceof AuthenticationFailedException) {
            return new MailException(server + " rejected mail.user and mail.password", false, failure);
        }
        if (failure instanceof MailConnectException) {
            return new MailException("could not connect to " + server, false, failure);
        }
        int status =
                causes(failure).stream().mapToInt(SmtpFailure::status).max().orElse(0);
        if (status > 0) {
            return new MailException(server + " rejected the mail with " + status, status >= PERMANENT, failure);
        }
        boolean tls = causes(failure).stream().anyMatch(SSLException.class::isInstance);
        return new MailException(
                tls
                        ? "no secure connection to " + server
                                + ": check mail.tls, and that its certificate is valid for" + " this name"
                        : "the connection to " + server + " failed",
                false,
                failure);
    }

    private static int status(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static List<Throwable> causes(MessagingException failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            all.add(cause);
        }
        return all;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }
}
