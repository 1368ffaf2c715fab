package dev.spoolmark.app.jobs;

import dev.spoolmark.mail.MailException;
import dev.spoolmark.mail.MailMessage;
import dev.spoolmark.mail.MailQueue;
import dev.spoolmark.mail.MailTransport;
import dev.spoolmark.mail.QueuedMail;
import dev.spoolmark.web.mail.MailMessages;
import java.util.Optional;

/// Sends the mails in the queue that are due.
public final class MailDelivery implements Runnable {

    private static final System.Logger LOG = System.getLogger(MailDelivery.class.getName());

    /// Maximum number of mails in one run.
    private static final int BATCH = 50;

    private final MailQueue queue;
    private final MailMessages messages;
    private final MailTransport transport;

    public MailDelivery(MailQueue queue, MailMessages messages, MailTransport transport) {
        this.queue = queue;
        this.messages = messages;
        this.transport = transport;
    }

    @Override
    public void run() {
        for (int count = 0; count < BATCH; count++) {
            Optional<QueuedMail> next = queue.next();
            if (next.isEmpty()) {
                return;
            }
            deliver(next.get());
        }
    }

    private void deliver(QueuedMail mail) {
        Optional<MailMessage> message = messages.write(mail);
        if (message.isEmpty()) {
            queue.delete(mail);
            return;
        }
        try {
            transport.send(message.get());
            queue.delete(mail);
        } catch (MailException failure) {
            boolean retried = !failure.isPermanent() && !queue.isLastAttempt(mail);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "could not send a mail ({0}): {1}; {2}",
                    mail.kind().key(),
                    failure.getMessage(),
                    retried ? "it will be tried again" : "it was dropped");
            if (!retried) {
                queue.delete(mail);
            }
        }
    }
}
