package dev.spoolmark.account.secondfactor;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Enrolment, codes and recovery codes.
@ParameterizedClass
@EnumSource(Engine.class)
class SecondFactorsTest {

    private static final Actor BROWSER = Actor.web(InetAddress.ofLiteral("192.0.2.7"));

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    Accounts accounts;
    SecondFactors factors;
    Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        factors = new SecondFactors(database, accounts, clock, true);
        ann = create("ann", true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSecretIsActiveOnlyAfterItsFirstCode() {
        TotpEnrolment enrolment = factors.enrol(ann, "My Server");
        assertThat(factors.isActive(ann.id())).isFalse();
        assertThat(factors.accept(ann, code(0), BROWSER)).isFalse();

        assertThat(factors.confirm(ann, wrongCode(), BROWSER)).isEmpty();
        assertThat(factors.isActive(ann.id())).isFalse();
        assertThat(factors.confirm(ann, code(0), BROWSER)).isPresent();

        assertThat(factors.isActive(ann.id())).isTrue();
        assertThat(enrolment.secret()).matches("[A-Z2-7]{32}");
        assertThat(enrolment.uri())
                .isEqualTo("otpauth://totp/My%20Server:ann?secret=" + enrolment.secret()
                        + "&issuer=My%20Server&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void anUnconfirmedSecretIsReplacedAndAConfirmedOneIsNot() {
        factors.enrol(ann, "S");
        String codeOfFirst = code(0);
        factors.enrol(ann, "S");
        assertThat(factors.confirm(ann, codeOfFirst, BROWSER)).isEmpty();
        assertThat(factors.confirm(ann, code(0), BROWSER)).isPresent();

        assertThat(problemOf(() -> factors.enrol(ann, "S"))).isInstanceOf(Problem.NotAllowed.class);

        assertThat(factors.accept(ann, code(1), BROWSER)).isTrue();
    }

    /// As after a start with a wrong clock, before the time of the network is known.
    @Test
    void codesAreAcceptedAfterAClockAheadIsCorrected() {
        activate();
        clock.pass(Duration.ofDays(4 * 365));
        assertThat(factors.accept(ann, code(0), BROWSER)).isTrue();
        clock.pass(Duration.ofDays(-4 * 365).plusMinutes(5));

        assertThat(factors.accept(ann, code(0), BROWSER)).isTrue();
        assertThat(factors.accept(ann, code(0), BROWSER)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(factors.accept(ann, code(0), BROWSER)).isTrue();
    }

    @Test
    void aCodeMayBeInGroupsAndInTheDigitsOfAKeyboard() {
        activate();
        for (String zero : List.of("\uff10", "\u0660", "\u0e50")) {
            clock.pass(Duration.ofMinutes(5));
            StringBuilder typed = new StringBuilder();
            code(0).chars().forEach(digit -> typed.append((char) (zero.charAt(0) + digit - '0')));

            assertThat(factors.accept(ann, typed.insert(3, "\u00a0").toString(), BROWSER))
                    .as(typed.toString())
                    .isTrue();
        }
    }

    @Test
    void aCodeIsAcceptedOnceAndEarlierOnesAreRejected() {
        activate();
        clock.pass(Duration.ofMinutes(5));

        assertThat(factors.accept(ann, code(0), BROWSER)).isTrue();
        assertThat(factors.accept(ann, code(0), BROWSER)).isFalse();
        assertThat(factors.accept(ann, code(-1), BROWSER)).isFalse();
        assertThat(factors.accept(ann, code(1), BROWSER)).isTrue();
    }

    @Test
    void theCodeOfTheConfirmationCannotBeReused() {
        activate();

        assertThat(factors.accept(ann, code(0), BROWSER)).isFalse();
    }

    @Test
    void blanksInACodeAreIgnoredAndOtherTextIsRejected() {
        activate();
        String code = code(1);

        for (String typed : List.of("", "12345", code + "0", "x".repeat(1_000), "＠".repeat(6))) {
            assertThat(factors.accept(ann, typed, BROWSER)).isFalse();
        }
        assertThat(factors.accept(ann, " " + code.substring(0, 3) + " " + code.substring(3), BROWSER))
                .isTrue();
    }

    @Test
    void aRecoveryCodeIsAcceptedOnce() {
        List<String> codes = activate().codes();
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));

        String typed = codes.get(3).toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(factors.accept(ann, typed, BROWSER)).isTrue();
        assertThat(factors.accept(ann, codes.get(3), BROWSER)).isFalse();
        assertThat(factors.accept(create("bob", false), codes.get(4), BROWSER)).isFalse();

        assertThat(factors.unusedRecoveryCodes(ann.id())).isEqualTo(9);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        List<String> old = activate().codes();

        List<String> codes = factors.newRecoveryCodes(ann, BROWSER).codes();

        assertThat(factors.accept(ann, old.getFirst(), BROWSER)).isFalse();
        assertThat(factors.accept(ann, codes.getFirst(), BROWSER)).isTrue();
        assertThat(problemOf(() -> factors.newRecoveryCodes(create("bob", false), BROWSER)))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void turningItOffDeletesSecretAndRecoveryCodes() {
        List<String> codes = activate().codes();

        assertThat(factors.disable(ann, BROWSER)).isTrue();
        assertThat(factors.disable(ann, BROWSER)).isFalse();

        assertThat(factors.isActive(ann.id())).isFalse();
        assertThat(factors.accept(ann, codes.getFirst(), BROWSER)).isFalse();
        assertThat(factors.unusedRecoveryCodes(ann.id())).isZero();
        assertThat(stored("SELECT secret FROM totp")).isEmpty();
    }

    @Test
    void recoveryCodesAreStoredHashedAndSecretsAreNotPrinted() {
        RecoveryCodes codes = activate();
        factors.disable(ann, BROWSER);
        TotpEnrolment enrolment = factors.enrol(ann, "S");

        assertThat(codes + " " + enrolment).isEqualTo("*** ***");
        assertThat(codes.hashes()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void isMissingForAdministratorsIfRequired() {
        assertThat(factors.isMissing(ann)).isTrue();
        assertThat(factors.isMissing(create("bob", false))).isFalse();
        assertThat(new SecondFactors(database, accounts, clock, false).isMissing(ann))
                .isFalse();

        activate();

        assertThat(factors.isMissing(ann)).isFalse();
    }

    @Test
    void theSecurityLogRecordsEachChange() {
        List<String> codes = activate().codes();
        factors.accept(ann, codes.getFirst(), BROWSER);
        factors.newRecoveryCodes(ann, BROWSER);
        factors.disable(ann, BROWSER);

        assertThat(accounts.audit().newestAbout(ann.id().value(), 4))
                .allMatch(entry -> entry.by().equals(BROWSER))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "second-factor-off", "recovery-codes-replaced", "recovery-code-used", "second-factor-on");
    }

    private RecoveryCodes activate() {
        factors.enrol(ann, "S");
        return factors.confirm(ann, code(0), BROWSER).orElseThrow();
    }

    private Account create(String name, boolean admin) {
        accounts.create(
                new NewAccount(name, null, Secret.sha1Of("tr4vel-by-Night-train"), admin, CreationOrigin.OPERATOR));
        return accounts.get(name);
    }

    private String code(int offset) {
        return TotpCodes.of(database, ann, clock, offset);
    }

    /// No code of this, the previous and the next step.
    private String wrongCode() {
        List<String> right = List.of(code(-1), code(0), code(1));
        return right.contains("000000") ? right.contains("000001") ? "000002" : "000001" : "000000";
    }

    private List<String> stored(String sql) {
        return database.read(tx -> tx.query(sql, row -> row.getString(1)));
    }
}
