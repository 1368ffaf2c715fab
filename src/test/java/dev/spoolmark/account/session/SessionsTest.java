package dev.spoolmark.account.session;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Lifetime and end of sign-in sessions.
@ParameterizedClass
@EnumSource(Engine.class)
class SessionsTest {

    private static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.7");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("2001:db8:0:7::9");
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Firefox/145.0";

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    Accounts accounts;
    Sessions sessions;
    Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = accounts();
        sessions = new Sessions(database, accounts, clock);
        ann = create("ann");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenFindsItsSession() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);

        CurrentSession found = find(started.token()).orElseThrow();

        assertThat(found.account()).isEqualTo(ann);
        assertThat(found.session()).isEqualTo(started.session());
        assertThat(found.session().device()).isEqualTo("Firefox, Windows");
        assertThat(found.session().address()).isEqualTo("192.0.2.7");
    }

    @Test
    void theTokenHas256BitsAndOnlyItsHashIsStored() {
        String text = sessions.start(ann, HOME, FIREFOX).token().text();

        assertThat(text).matches("[A-Za-z0-9_-]{43}");
        assertThat(sessions.start(ann, HOME, FIREFOX).token().text()).isNotEqualTo(text);
        assertThat(column("SELECT token_hash FROM session ORDER BY token_hash"))
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"))
                .isEqualTo(column("SELECT token_hash FROM session_token ORDER BY token_hash"));
    }

    @Test
    void anInvalidTokenFindsNoSession() {
        String text = sessions.start(ann, HOME, FIREFOX).token().text();
        String foreign = SessionToken.random().text();
        String hash = column("SELECT token_hash FROM session").getFirst();

        for (String cookie :
                List.of("", "x", foreign, hash, text + "A", text.substring(1), text + "\n", "ä".repeat(43))) {
            assertThat(sessions.find(cookie, HOME)).as(cookie).isEmpty();
        }
    }

    @Test
    void aSessionExpiresAfterFourteenIdleDays() {
        SessionToken token = sessions.start(ann, HOME, FIREFOX).token();
        pass(Duration.ofDays(13));
        assertThat(find(token)).isPresent();
        pass(Duration.ofDays(14).minusMillis(1));
        assertThat(find(token)).isPresent();

        pass(Duration.ofDays(14));

        assertThat(find(token)).isEmpty();
        assertThat(sessions.list(ann)).isEmpty();
    }

    @Test
    void aSessionExpiresAfterNinetyDays() {
        SessionToken token = sessions.start(ann, HOME, FIREFOX).token();
        IntStream.range(0, 89).forEach(day -> {
            pass(Duration.ofDays(1));
            assertThat(find(token)).as("day " + day).isPresent();
        });

        pass(Duration.ofDays(1));

        assertThat(find(token)).isEmpty();
    }

    @Test
    void aNewTokenDoesNotProlongASession() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);
        IntStream.range(0, 8).forEach(n -> {
            pass(Duration.ofDays(11));
            find(started.token());
        });
        SessionToken rotated = rotate(started.token()).token();

        pass(Duration.ofDays(2));

        assertThat(find(rotated)).isEmpty();
    }

    @Test
    void useIsRecordedOnceInFiveMinutes() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);
        pass(Duration.ofMinutes(4));
        sessions.find(started.token().text(), ELSEWHERE);
        assertThat(sessions.list(ann)).containsExactly(started.session());

        pass(Duration.ofMinutes(1));
        sessions.find(started.token().text(), ELSEWHERE);

        Session listed = sessions.list(ann).getFirst();
        assertThat(listed.usedAt()).isEqualTo(clock.instant());
        assertThat(listed.address()).isEqualTo("2001:db8:0:7::/64");
        assertThat(listed.verifiedAt()).isEqualTo(started.session().verifiedAt());
    }

    @Test
    void useIsRecordedAfterAClockAheadIsCorrected() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);
        Instant ahead = clock.instant().plus(Duration.ofDays(10));
        database.write(tx -> tx.update("UPDATE session SET used_at = ?", ahead));

        sessions.find(started.token().text(), ELSEWHERE);

        assertThat(sessions.list(ann).getFirst().usedAt()).isEqualTo(clock.instant());
    }

    @Test
    void theTwentyFirstSessionEndsTheLeastRecentlyUsed() {
        List<SessionToken> tokens = IntStream.range(0, 20)
                .mapToObj(n -> {
                    pass(Duration.ofMinutes(6));
                    return sessions.start(ann, HOME, FIREFOX).token();
                })
                .toList();
        assertThat(find(tokens.getFirst())).isPresent();
        NewSession other = sessions.start(create("bob"), HOME, FIREFOX);

        pass(Duration.ofMinutes(6));
        assertThat(find(tokens.getFirst())).isPresent();
        sessions.start(ann, HOME, FIREFOX);

        assertThat(find(tokens.get(1))).isEmpty();
        assertThat(find(tokens.getFirst())).isPresent();
        assertThat(find(tokens.get(2))).isPresent();
        assertThat(find(other.token())).isPresent();
        assertThat(sessions.list(ann)).hasSize(20);
    }

    @Test
    void aNewTokenReplacesTheOldOneAtOnce() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);
        CurrentSession stolen = find(started.token()).orElseThrow();

        NewSession rotated = rotate(started.token());

        assertThat(find(started.token())).isEmpty();
        assertThat(find(rotated.token()).orElseThrow().session().id())
                .isEqualTo(started.session().id());
        assertThat(problemOf(() -> sessions.rotate(stolen, ann, ELSEWHERE))).isEqualTo(new Problem.NotSignedIn());
        assertThat(find(rotated.token())).isPresent();
    }

    @Test
    void aChangedPasswordEndsAllSessionsButTheOneThatGetsANewToken() {
        SessionToken stolen = sessions.start(ann, ELSEWHERE, FIREFOX).token();
        CurrentSession own = find(sessions.start(ann, HOME, FIREFOX).token()).orElseThrow();
        assertThat(find(stolen)).isPresent();

        accounts.changePassword(ann, Secret.sha1Of("another one"));
        Account changed = accounts.get("ann");
        SessionToken rotated = sessions.rotate(own, changed, HOME).token();

        assertThat(find(stolen)).isEmpty();
        assertThat(find(own.token())).isEmpty();
        assertThat(find(rotated)).isPresent();
        assertThat(sessions.list(changed)).hasSize(1);
    }

    @Test
    void aDisabledUserHasNoSession() {
        SessionToken token = sessions.start(ann, HOME, FIREFOX).token();
        assertThat(find(token)).isPresent();
        database.write(tx -> tx.update("UPDATE account SET state = 2"));

        pass(Duration.ofSeconds(5));

        assertThat(find(token)).isEmpty();
    }

    @Test
    void aRevokedSessionEndsWithinFiveSecondsOnAllNodes() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);
        Sessions otherNode = new Sessions(database, accounts(), clock);
        assertThat(find(started.token())).isPresent();
        assertThat(otherNode.find(started.token().text(), HOME)).isPresent();

        assertThat(sessions.revoke(ann.id(), started.session().id(), Actor.OPERATOR))
                .isTrue();

        assertThat(find(started.token())).isEmpty();
        pass(Duration.ofSeconds(5));
        assertThat(otherNode.find(started.token().text(), HOME)).isEmpty();
    }

    @Test
    void theSessionOfAnotherUserCannotBeRevoked() {
        Account bob = create("bob");
        NewSession started = sessions.start(ann, HOME, FIREFOX);

        assertThat(sessions.revoke(bob.id(), started.session().id(), Actor.OPERATOR))
                .isFalse();

        assertThat(find(started.token())).isPresent();
    }

    @Test
    void revokeOthersKeepsTheCurrentSession() {
        SessionToken own = sessions.start(ann, HOME, FIREFOX).token();
        SessionToken other = sessions.start(ann, ELSEWHERE, FIREFOX).token();
        SessionToken ofBob = sessions.start(create("bob"), ELSEWHERE, FIREFOX).token();

        assertThat(sessions.revokeOthers(find(own).orElseThrow(), Actor.web(HOME)))
                .isOne();

        assertThat(find(other)).isEmpty();
        assertThat(find(own)).isPresent();
        assertThat(find(ofBob)).isPresent();
    }

    @Test
    void signingOutEndsTheCurrentSessionOnly() {
        SessionToken own = sessions.start(ann, HOME, FIREFOX).token();
        SessionToken other = sessions.start(ann, ELSEWHERE, FIREFOX).token();

        sessions.end(find(own).orElseThrow(), HOME);

        assertThat(find(own)).isEmpty();
        assertThat(find(other)).isPresent();
    }

    @Test
    void aSessionIsFreshForTheRequestedTime() {
        SessionToken token = sessions.start(ann, HOME, FIREFOX).token();

        pass(Sessions.SENSITIVE_ACTION.minusMillis(1));
        assertThat(find(token).orElseThrow().isVerifiedWithin(Sessions.SENSITIVE_ACTION))
                .isTrue();
        pass(Duration.ofMillis(1));
        assertThat(find(token).orElseThrow().isVerifiedWithin(Sessions.SENSITIVE_ACTION))
                .isFalse();
        assertThat(find(token).orElseThrow().isVerifiedWithin(Sessions.ADMINISTRATION))
                .isTrue();
        pass(Duration.ofMinutes(25));
        assertThat(find(token).orElseThrow().isVerifiedWithin(Sessions.ADMINISTRATION))
                .isFalse();

        SessionToken rotated = rotate(token).token();

        assertThat(find(rotated).orElseThrow().isVerifiedWithin(Sessions.SENSITIVE_ACTION))
                .isTrue();
    }

    @Test
    void theCsrfTokenBelongsToOneSessionAndIsTheSameOnEveryNode() {
        SessionToken token = sessions.start(ann, HOME, FIREFOX).token();
        CurrentSession own = find(token).orElseThrow();
        CurrentSession other = find(sessions.start(ann, HOME, FIREFOX).token()).orElseThrow();
        CurrentSession onOtherNode = new Sessions(database, accounts(), clock)
                .find(token.text(), HOME)
                .orElseThrow();

        assertThat(own.isCsrfToken(onOtherNode.csrfToken())).isTrue();
        assertThat(own.isCsrfToken(other.csrfToken())).isFalse();
        assertThat(own.isCsrfToken("")).isFalse();
        assertThat(own.isCsrfToken(token.text())).isFalse();
        assertThat(own.csrfToken()).isNotEqualTo(token.text());
    }

    @Test
    void secretsAreNotPrinted() {
        NewSession started = sessions.start(ann, HOME, FIREFOX);
        CurrentSession current = find(started.token()).orElseThrow();

        assertThat(started + " " + current)
                .doesNotContain(started.token().text())
                .doesNotContain(current.csrfToken());
    }

    @Test
    void thePurgeDeletesExpiredSessionsOnly() {
        sessions.start(ann, HOME, FIREFOX);
        pass(Duration.ofDays(10));
        SessionToken recent = sessions.start(ann, HOME, FIREFOX).token();
        pass(Duration.ofDays(5));

        sessions.purgeExpired();

        assertThat(column("SELECT token_hash FROM session")).hasSize(1);
        assertThat(find(recent)).isPresent();
        pass(Duration.ofDays(90));
        sessions.purgeExpired();
        assertThat(column("SELECT token_hash FROM session_token")).isEmpty();
    }

    @Test
    void theSecurityLogRecordsStartAndEnd() {
        sessions.start(ann, HOME, FIREFOX);
        sessions.start(ann, HOME, "");
        sessions.revokeAll(ann.id(), Actor.OPERATOR);

        assertThat(accounts.audit().newestAbout(ann.id().value(), 3))
                .extracting(AuditEntry::action, AuditEntry::by, AuditEntry::detail)
                .containsExactly(
                        tuple("session-ended", Actor.OPERATOR, "2 sessions"),
                        tuple("session-started", Actor.web(HOME), ""),
                        tuple("session-started", Actor.web(HOME), "Firefox, Windows"));
    }

    private Accounts accounts() {
        return new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
    }

    private Account create(String name) {
        accounts.create(
                new NewAccount(name, null, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR));
        return accounts.get(name);
    }

    private Optional<CurrentSession> find(SessionToken token) {
        return sessions.find(token.text(), HOME);
    }

    private NewSession rotate(SessionToken token) {
        return sessions.rotate(find(token).orElseThrow(), ann, HOME);
    }

    private void pass(Duration time) {
        clock.pass(time);
    }

    private List<String> column(String sql) {
        return database.read(tx -> tx.query(sql, row -> row.getString(1)));
    }
}
