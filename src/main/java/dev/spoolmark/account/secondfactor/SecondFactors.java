package dev.spoolmark.account.secondfactor;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.account.secondfactor.SecondFactorStore.StoredTotp;
import dev.spoolmark.core.Base32;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The second factor of sign-in on pages: codes of an authenticator app, and recovery codes
/// (`docs/security.md#second-factor`).
///
/// While it is on, clients of v1 need an app password. Callers that change it make sure that the user has just
/// proved their identity.
public final class SecondFactors {

    private static final int LONGEST_CODE = 100;

    private final Database database;
    private final Accounts accounts;
    private final InstantSource clock;
    private final boolean requiredForAdministrators;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    public SecondFactors(Database database, Accounts accounts, InstantSource clock, boolean requiredForAdministrators) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
        this.requiredForAdministrators = requiredForAdministrators;
        this.audit = accounts.audit();
    }

    /// Whether sign-in of this user asks for a code. At most 5 s old.
    public boolean isActive(UserId user) {
        return accounts.cache().find(user).filter(Credentials::secondFactor).isPresent();
    }

    /// Whether this user has to turn it on before they may use the pages of administrators.
    public boolean isMissing(Account account) {
        return requiredForAdministrators && account.admin() && !isActive(account.id());
    }

    /// Generates a secret of 160 bits. It replaces an earlier one that was not confirmed.
    ///
    /// @param issuer the name of the server for the app
    /// @throws ProblemException with [Problem.NotAllowed] if the second factor is on already
    public TotpEnrolment enrol(Account account, String issuer) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        boolean stored = database.write(
                tx -> SecondFactorStore.insertUnconfirmed(tx, account.id(), Secret.of(secret), clock.instant()));
        if (!stored) {
            throw new ProblemException(new Problem.NotAllowed("two-factor sign-in is already on"));
        }
        return TotpEnrolment.of(Base32.encode(secret), issuer, account.name());
    }

    /// The secret of [#enrol] that waits for [#confirm], to show it again after a wrong code.
    public Optional<TotpEnrolment> unconfirmed(Account account, String issuer) {
        return database.read(tx -> SecondFactorStore.find(tx, account.id()))
                .filter(totp -> !totp.confirmed())
                .map(totp -> TotpEnrolment.of(Base32.encode(totp.secret().reveal()), issuer, account.name()));
    }

    /// Turns the second factor on if `code` is a code of the secret of [#enrol].
    ///
    /// @return the recovery codes; empty if the code is wrong or there is nothing to confirm
    public Optional<RecoveryCodes> confirm(Account account, String code, Actor by) {
        UserId user = account.id();
        Optional<StoredTotp> enrolled =
                database.read(tx -> SecondFactorStore.find(tx, user)).filter(totp -> !totp.confirmed());
        OptionalLong step = findStep(enrolled, code);
        return step.isEmpty() ? Optional.empty() : confirm(user, enrolled.orElseThrow(), step.getAsLong(), by);
    }

    private Optional<RecoveryCodes> confirm(UserId user, StoredTotp enrolled, long step, Actor by) {
        RecoveryCodes codes = RecoveryCodes.generate();
        boolean confirmed = database.write(tx -> {
            boolean activated = SecondFactorStore.confirm(tx, user, enrolled.secret(), step);
            if (activated) {
                SecondFactorStore.replaceRecoveryCodes(tx, user, codes.hashes());
                note(tx, AuditAction.SECOND_FACTOR_ON, user, by);
            }
            return activated;
        });
        accounts.cache().invalidate(user);
        return confirmed ? Optional.of(codes) : Optional.empty();
    }

    /// Turns the second factor off and deletes secret and recovery codes.
    ///
    /// @return whether it was on
    public boolean disable(Account account, Actor by) {
        UserId user = account.id();
        boolean disabled = database.write(tx -> {
            boolean active = SecondFactorStore.delete(tx, user);
            if (active) {
                note(tx, AuditAction.SECOND_FACTOR_OFF, user, by);
            }
            return active;
        });
        accounts.cache().invalidate(user);
        return disabled;
    }

    /// Replaces all recovery codes.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the second factor is off
    public RecoveryCodes newRecoveryCodes(Account account, Actor by) {
        UserId user = account.id();
        RecoveryCodes codes = RecoveryCodes.generate();
        database.write(tx -> {
            if (SecondFactorStore.find(tx, user).filter(StoredTotp::confirmed).isEmpty()) {
                throw new ProblemException(new Problem.NotAllowed("two-factor sign-in is off"));
            }
            SecondFactorStore.replaceRecoveryCodes(tx, user, codes.hashes());
            note(tx, AuditAction.RECOVERY_CODES_REPLACED, user, by);
            return codes;
        });
        return codes;
    }

    public int unusedRecoveryCodes(UserId user) {
        return database.read(tx -> SecondFactorStore.countRecoveryCodes(tx, user));
    }

    /// Accepts a code of the app or a recovery code, each once. Does not limit guesses: sign-in calls it.
    public boolean accept(Account account, String typed, Actor by) {
        if (typed.length() > LONGEST_CODE) {
            return false;
        }
        return RecoveryCodes.isLikeOne(typed)
                ? useRecoveryCode(account.id(), RecoveryCodes.hash(typed), by)
                : useCode(account.id(), typed);
    }

    private boolean useRecoveryCode(UserId user, String hash, Actor by) {
        return database.write(tx -> {
            boolean used = SecondFactorStore.find(tx, user)
                            .filter(StoredTotp::confirmed)
                            .isPresent()
                    && SecondFactorStore.useRecoveryCode(tx, user, hash);
            if (used) {
                note(tx, AuditAction.RECOVERY_CODE_USED, user, by);
            }
            return used;
        });
    }

    private boolean useCode(UserId user, String code) {
        Optional<StoredTotp> active =
                database.read(tx -> SecondFactorStore.find(tx, user)).filter(StoredTotp::confirmed);
        OptionalLong step = findStep(active, code);
        long newest = Totp.newestStep(clock.instant());
        return step.isPresent() && database.write(tx -> SecondFactorStore.useStep(tx, user, step.getAsLong(), newest));
    }

    private OptionalLong findStep(Optional<StoredTotp> totp, String code) {
        return totp.map(stored -> Totp.findStep(stored.secret(), digits(code), clock.instant()))
                .orElseGet(OptionalLong::empty);
    }

    /// Apps show the code in two groups, and keyboards write the digits of their language.
    private static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        TextFolding.fold(typed)
                .codePoints()
                .filter(character -> character != ' ')
                .forEach(character -> {
                    int digit = Character.digit(character, 10);
                    digits.appendCodePoint(digit < 0 ? character : '0' + digit);
                });
        return digits.toString();
    }

    private void note(Tx tx, AuditAction action, UserId user, Actor by) {
        audit.note(tx, action, user.value(), by, "");
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("recovery_code", "code_hash"), UserRows.of("totp"));
    }
}
