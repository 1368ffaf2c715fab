package dev.spoolmark.mail;

import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Mails that wait to be sent, in the database, so that they survive a restart and any node sends them.
///
/// The queue contains neither texts nor links: a link is made when the mail is sent.
public final class MailQueue {

    /// Further mails for visitors are dropped while this number waits.
    static final int VISITOR_CAPACITY = 1_000;

    /// Notices to one user: nobody can fill the mailbox of another, whose address they entered as theirs.
    private static final RateLimit NOTICES = new RateLimit(10, Duration.ofHours(1));

    /// The time until the next attempt, by the number of the current one. After as many failures a mail is dropped.
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private static final long VISITOR = 0;

    private final Database database;
    private final InstantSource clock;
    private final boolean enabled;
    private final KeyedRateLimiter<Long> notices;

    /// @param enabled whether a mail server is configured; otherwise nothing is stored
    public MailQueue(Database database, InstantSource clock, boolean enabled) {
        this.database = database;
        this.clock = clock;
        this.enabled = enabled;
        this.notices = new KeyedRateLimiter<>(NOTICES, clock);
    }

    public boolean isEnabled() {
        return enabled;
    }

    /// Adds a notice in a transaction of the caller: 10 to one user, then one per hour.
    ///
    /// @param address where to, as it is now
    public void add(Tx tx, MailKind kind, long user, String address) {
        if (enabled && notices.tryAcquire(user).isZero()) {
            insert(tx, kind, user, address, "");
        }
    }

    /// Adds a mail that a visitor asks for. It takes the same time whether there is such an account.
    ///
    /// @param typed name or e-mail address as the visitor typed it
    /// @param language tag of the language of the visitor
    public void addForVisitor(MailKind kind, String typed, String language) {
        if (enabled) {
            database.write(tx -> MailQueueStore.count(tx, VISITOR, VISITOR_CAPACITY) < VISITOR_CAPACITY
                    && insert(tx, kind, VISITOR, typed, language));
        }
    }

    private boolean insert(Tx tx, MailKind kind, long user, String recipient, String language) {
        MailQueueStore.insert(
                tx, new QueuedMail(tx.newId("mail"), kind, user, recipient, language, clock.instant(), 0));
        return true;
    }

    /// The next mail that is due. Its next attempt is postponed, so no other node gets it meanwhile.
    public Optional<QueuedMail> next() {
        Instant now = clock.instant();
        return database.read(tx -> MailQueueStore.findDue(tx, now))
                .filter(mail -> database.write(tx -> MailQueueStore.claim(tx, mail, now.plus(pause(mail)))))
                .map(mail -> new QueuedMail(
                        mail.id(),
                        mail.kind(),
                        mail.user(),
                        mail.recipient(),
                        mail.language(),
                        mail.createdAt(),
                        mail.attempts() + 1));
    }

    private static Duration pause(QueuedMail mail) {
        return PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1));
    }

    /// Whether no attempt follows the current one.
    public boolean isLastAttempt(QueuedMail mail) {
        return mail.attempts() >= PAUSES.size();
    }

    /// Deletes a mail that was sent or is not sent any more.
    public void delete(QueuedMail mail) {
        database.write(tx -> {
            MailQueueStore.delete(tx, mail);
            return mail;
        });
    }
}
