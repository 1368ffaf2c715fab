package dev.spoolmark.account.auth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.auth.SignInResult.Expired;
import dev.spoolmark.account.auth.SignInResult.SecondFactorNeeded;
import dev.spoolmark.account.auth.SignInResult.SignedIn;
import dev.spoolmark.account.auth.SignInResult.Throttled;
import dev.spoolmark.account.auth.SignInResult.WrongCredentials;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.core.Base32;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sign-in on pages, with the plain password and the second factor (`docs/security.md#sec-c3`).
///
/// The limits on guessing are those of [Authenticator]. Each method may wait some seconds for a password hash, so
/// callers release what others need.
public final class WebSignIn {

    private static final Duration CHALLENGE_TIME = Duration.ofMinutes(10);
    private static final int CHALLENGE_LENGTH = 52;
    private static final int LOCKS = 64;

    private final Database database;
    private final Accounts accounts;
    private final Authenticator authenticator;
    private final SecondFactors secondFactors;
    private final SecondFactorThrottle throttle;
    private final InstantSource clock;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    public WebSignIn(
            Database database,
            Accounts accounts,
            Authenticator authenticator,
            SecondFactors secondFactors,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.authenticator = authenticator;
        this.secondFactors = secondFactors;
        this.throttle = new SecondFactorThrottle(authenticator.throttle(), accounts.attempts());
        this.clock = clock;
    }

    /// Checks a password.
    ///
    /// @param name user name or e-mail address, in any case
    /// @param password as it was typed; neither a SHA-1 nor an app password is accepted
    public SignInResult signIn(String name, String password, InetAddress client) {
        Optional<Credentials> claimed = accounts.cache().findByNameOrEmail(name);
        SignInResult result = checkPassword(claimed, name, password, client);
        return result instanceof SignedIn(Account account) && secondFactors.isActive(account.id())
                ? new SecondFactorNeeded(challenge(account))
                : result;
    }

    /// Signs in a user whose identity an OpenID provider or a proxy has verified in place of the password. Who has
    /// turned on the second factor needs it here, too.
    public SignInResult signInVerified(Account account, InetAddress client) {
        if (secondFactors.isActive(account.id())) {
            return new SecondFactorNeeded(challenge(account));
        }
        authenticator.complete(account, ClientNetwork.of(client));
        return new SignedIn(account);
    }

    /// Whether the user can confirm with a password, see [dev.spoolmark.account.AccountSettings#hasPassword].
    public boolean hasPassword(Account account) {
        return accounts.settings().hasPassword(account.id());
    }

    /// Whether sign-in asks for a second factor.
    public boolean needsSecondFactor(Account account) {
        return secondFactors.isActive(account.id());
    }

    /// Verifies a user who is signed in by a proxy again, before a sensitive action. The code is needed if the user
    /// has turned on the second factor.
    ///
    /// @param code of the authenticator app, or a recovery code; ignored where it is not needed
    public SignInResult confirmVerified(Account account, String code, InetAddress client) {
        return secondFactors.isActive(account.id())
                ? checkCode(account, code, client).orElseGet(() -> secondFactorAccepted(account, client))
                : signInVerified(account, client);
    }

    /// Checks the password of a user who is signed in, before a sensitive action. There is no second factor.
    public SignInResult confirm(Account account, String password, InetAddress client) {
        return checkPassword(accounts.cache().find(account.id()), account.name(), password, client);
    }

    private SignInResult checkPassword(
            Optional<Credentials> claimed, String name, String password, InetAddress client) {
        try {
            return new SignedIn(authenticator.verifyTyped(claimed, name, Secret.sha1Of(password), client));
        } catch (ProblemException rejected) {
            return switch (rejected.problem()) {
                case Problem.NotSignedIn() -> new WrongCredentials();
                case Problem.Overloaded(Duration retryAfter) -> new Throttled(retryAfter);
                default -> throw rejected;
            };
        }
    }

    private String challenge(Account account) {
        String token = Base32.random(CHALLENGE_LENGTH);
        SignInChallenge challenge = new SignInChallenge(account.id(), account.credVersion(), clock.instant());
        database.write(tx -> {
            SignInChallengeStore.insert(tx, Sha256.hex(token), challenge);
            return challenge;
        });
        return token;
    }

    /// Completes a sign-in that needs a second factor.
    ///
    /// @param challenge of [SecondFactorNeeded]; of any form
    /// @param code of the authenticator app, or a recovery code
    public SignInResult verifySecondFactor(String challenge, String code, InetAddress client) {
        String hash = Sha256.hex(challenge);
        Optional<Account> account = challenge.length() == CHALLENGE_LENGTH ? challenged(hash) : Optional.empty();
        return account.map(found -> verifySecondFactor(found, hash, code, client))
                .orElseGet(Expired::new);
    }

    private Optional<Account> challenged(String hash) {
        Instant oldest = clock.instant().minus(CHALLENGE_TIME);
        return database.read(tx -> SignInChallengeStore.find(tx, hash))
                .filter(challenge -> challenge.createdAt().isAfter(oldest))
                .flatMap(challenge -> accounts.find(challenge.user())
                        .filter(account -> account.credVersion() == challenge.credVersion()));
    }

    private SignInResult verifySecondFactor(Account account, String hash, String code, InetAddress client) {
        return checkCode(account, code, client)
                .orElseGet(() -> database.write(tx -> SignInChallengeStore.delete(tx, hash))
                        ? secondFactorAccepted(account, client)
                        : new Expired());
    }

    /// One attempt of a user at a time, so that attempts which arrive together are counted one by one.
    ///
    /// @return why the code is not accepted; empty if it is
    private Optional<SignInResult> checkCode(Account account, String code, InetAddress client) {
        ClientNetwork from = ClientNetwork.of(client);
        synchronized (locks[Math.floorMod(account.id().value(), LOCKS)]) {
            Duration wait = throttle.untilNext(account, from);
            if (wait.isPositive()) {
                return Optional.of(new Throttled(wait));
            }
            if (!secondFactors.accept(account, code, Actor.web(client))) {
                throttle.failed(account, from);
                return Optional.of(new WrongCredentials());
            }
        }
        return Optional.empty();
    }

    private SignInResult secondFactorAccepted(Account account, InetAddress client) {
        ClientNetwork from = ClientNetwork.of(client);
        throttle.succeeded(account, from);
        authenticator.complete(account, from);
        return new SignedIn(account);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("sign_in_challenge", "token_hash"));
    }

    /// Deletes challenges that have expired. To be called once a day.
    public void purgeExpired() {
        Instant oldest = clock.instant().minus(CHALLENGE_TIME);
        database.write(tx -> SignInChallengeStore.deleteBefore(tx, oldest));
    }
}
