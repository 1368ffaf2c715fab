package dev.spoolmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class MailQueueTest {

    @Parameter
    Engine engine;

    private final MutableClock clock = new MutableClock();
    private Database database;
    private MailQueue queue;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        queue = new MailQueue(database, clock, true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void notice(long user) {
        database.write(tx -> {
            queue.add(tx, MailKind.PASSWORD_CHANGED, user, "user" + user + "@example.org");
            return user;
        });
    }

    private long waiting() {
        return database.read(tx -> tx.findFirst("SELECT count(*) FROM mail_queue", row -> row.getLong(1)))
                .orElseThrow();
    }

    @Test
    void mailsAreTakenInTheirOrderAndOnce() {
        notice(7);
        clock.pass(Duration.ofSeconds(1));
        queue.addForVisitor(MailKind.PASSWORD_RESET, "Ann", "de");

        QueuedMail first = queue.next().orElseThrow();
        QueuedMail second = queue.next().orElseThrow();
        assertThat(first.user()).isEqualTo(7);
        assertThat(first.kind()).isEqualTo(MailKind.PASSWORD_CHANGED);
        assertThat(first.recipient()).isEqualTo("user7@example.org");
        assertThat(second.user()).isZero();
        assertThat(second.recipient()).isEqualTo("Ann");
        assertThat(second.language()).isEqualTo("de");
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void aMailThatWasSentIsDeleted() {
        notice(7);
        queue.delete(queue.next().orElseThrow());

        assertThat(waiting()).isZero();
    }

    @Test
    void aMailThatWasNotSentIsTriedAgainLater() {
        notice(7);
        QueuedMail first = queue.next().orElseThrow();
        clock.pass(Duration.ofSeconds(59));
        assertThat(queue.next()).isEmpty();
        clock.pass(Duration.ofSeconds(1));

        QueuedMail second = queue.next().orElseThrow();
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void theNumberOfAttemptsIsLimited() {
        notice(7);
        int attempts = 0;
        for (boolean isLast = false; !isLast; attempts++) {
            Optional<QueuedMail> mail = queue.next();
            isLast = queue.isLastAttempt(mail.orElseThrow());
            clock.pass(Duration.ofHours(7));
        }

        assertThat(attempts).isEqualTo(5);
    }

    @Test
    void ofTwoNodesOneGetsAMail() {
        notice(7);
        QueuedMail seen =
                database.read(tx -> MailQueueStore.findDue(tx, clock.instant())).orElseThrow();
        assertThat(queue.next()).isPresent();

        assertThat(database.<Boolean>write(tx -> MailQueueStore.claim(tx, seen, clock.instant())))
                .isFalse();
    }

    @Test
    void withoutAMailServerNothingIsStored() {
        queue = new MailQueue(database, clock, false);
        notice(7);
        queue.addForVisitor(MailKind.PASSWORD_RESET, "ann", "en");

        assertThat(waiting()).isZero();
    }

    @Test
    void visitorsCannotFillTheQueue() {
        for (int i = 0; i < MailQueue.VISITOR_CAPACITY + 5; i++) {
            queue.addForVisitor(MailKind.PASSWORD_RESET, "ann", "en");
        }
        notice(7);

        assertThat(waiting()).isEqualTo(MailQueue.VISITOR_CAPACITY + 1);
    }

    @Test
    void noticesToOneUserAreLimited() {
        for (int i = 0; i < 12; i++) {
            notice(7);
        }
        notice(8);
        assertThat(waiting()).isEqualTo(11);
        clock.pass(Duration.ofHours(1));
        notice(7);

        assertThat(waiting()).isEqualTo(12);
    }
}
