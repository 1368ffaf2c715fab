package dev.spoolmark.mail;

import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL of the mail queue.
final class MailQueueStore {

    private static final String COLUMNS = "mail_id, kind, user_id, recipient, language, created_at, attempts";

    private MailQueueStore() {}

    static void insert(Tx tx, QueuedMail mail) {
        tx.update(
                "INSERT INTO mail_queue (" + COLUMNS + ", due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                mail.id(),
                mail.kind().key(),
                mail.user(),
                mail.recipient(),
                mail.language(),
                mail.createdAt(),
                mail.attempts(),
                mail.createdAt());
    }

    /// The number of mails of one user, counted up to `max`.
    static long count(Tx tx, long user, int max) {
        return tx.findFirst(
                        "SELECT count(*) FROM (SELECT 1 FROM mail_queue WHERE user_id = ? LIMIT ?) mails",
                        row -> row.getLong(1),
                        user,
                        max)
                .orElse(0L);
    }

    /// The mail of any user that is due for the longest time.
    static Optional<QueuedMail> findDue(Tx tx, Instant now) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM mail_queue WHERE due_at <= ? ORDER BY due_at, user_id, mail_id LIMIT 1",
                MailQueueStore::mail,
                now);
    }

    /// Counts an attempt. Of concurrent calls for the same attempt, one returns true.
    static boolean claim(Tx tx, QueuedMail mail, Instant next) {
        int claimed = tx.update(
                "UPDATE mail_queue SET attempts = attempts + 1, due_at = ? WHERE user_id = ? AND mail_id = ? AND attempts = ?",
                next,
                mail.user(),
                mail.id(),
                mail.attempts());
        return claimed == 1;
    }

    static void delete(Tx tx, QueuedMail mail) {
        tx.update("DELETE FROM mail_queue WHERE user_id = ? AND mail_id = ?", mail.user(), mail.id());
    }

    private static QueuedMail mail(Row row) {
        return new QueuedMail(
                row.getLong(1),
                MailKind.ofKey(row.getString(2)).orElseThrow(),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.instant(6),
                row.getInt(7));
    }
}
