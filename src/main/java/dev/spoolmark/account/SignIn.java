package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.Fingerprints.Fingerprint;
import dev.spoolmark.audit.Attempts;
import dev.spoolmark.audit.Deed;
import dev.spoolmark.kernel.ClientNetwork;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.Secret;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Proves that whoever sends a name and a password is that person. Every method of every dialect comes through here.
///
/// The order of the steps is that of `security.md` 2.3 and matters: what is known already costs a microsecond and is
/// answered before any limit, so that nobody who guesses can keep a working device out.
public final class SignIn {

    private static final int REMEMBERED = 1_000;
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration WRONG = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordHash hash;
    private final Permits permits;
    private final Throttle throttle;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Cache<Fingerprint, UserId> right;
    private final Cache<Fingerprint, UserId> wrong;
    private final Credentials nobody;
    private final Attempts attempts;
    private final LongAdder recalled = new LongAdder();
    private final LongAdder hashed = new LongAdder();

    public SignIn(Accounts accounts, InstantSource clock, PasswordHash hash) {
        this(accounts, clock, hash, accounts.permits());
    }

    SignIn(Accounts accounts, InstantSource clock, PasswordHash hash, Permits permits) {
        this.accounts = accounts;
        this.hash = hash;
        this.permits = permits;
        this.throttle = new Throttle(clock);
        this.right = remembering(clock, LONGEST).expireAfterAccess(IDLE).build();
        this.wrong = remembering(clock, WRONG).build();
        this.nobody = Credentials.ofNobody(hash.unmatched());
        this.attempts = accounts.attempts();
    }

    private static Caffeine<Object, Object> remembering(InstantSource clock, Duration longest) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(longest)
                .ticker(new ClockTicker(clock));
    }

    /// What [#verify] would say without having to find anything out, so without a wait; empty when it would have to.
    public Optional<Account> recall(String name, String passwordHex, InetAddress client) {
        return Secret.ofSha1Hex(passwordHex).flatMap(sha1 -> known(attempt(name, sha1, ClientNetwork.of(client))));
    }

    /// The account of that name, when `passwordHex` is the SHA-1 of its password in hex.
    ///
    /// Text that cannot be such a hash is refused without counting as a guess: a player that sends a plain
    /// password must not lock out everybody behind the same address. Refuses with `NotSignedIn`, or with
    /// `Overloaded` when it may not or cannot be found out now. May wait some seconds for its turn to hash.
    public Account verify(String name, String passwordHex, InetAddress client) {
        ClientNetwork from = ClientNetwork.of(client);
        Secret sha1 = Secret.ofSha1Hex(passwordHex).orElseThrow(SignIn::notSignedIn);
        Attempt attempt = attempt(name, sha1, from);
        return known(attempt).orElseGet(() -> fresh(attempt));
    }

    public SignInLoad load() {
        return new SignInLoad(recalled.sum(), hashed.sum(), permits.waiting());
    }

    /// An unknown name goes on as somebody whose password nobody knows (`SEC-C11`).
    private Attempt attempt(String name, Secret sha1, ClientNetwork from) {
        Optional<Credentials> found = accounts.directory().find(name);
        Credentials claimed = found.orElse(nobody);
        long number =
                found.map(somebody -> somebody.account().id().value()).orElseGet(() -> fingerprints.standIn(name));
        Fingerprint mark = fingerprints.of(number, claimed.account().credVersion(), sha1);
        return new Attempt(claimed, number, sha1, mark, from);
    }

    /// What was found out before. App passwords will be tried between the two, once there are any (`SEC-C5`).
    private Optional<Account> known(Attempt attempt) {
        if (attempt.claimed().active() && right.getIfPresent(attempt.mark()) != null) {
            recalled.increment();
            return Optional.of(attempt.claimed().account());
        }
        if (wrong.getIfPresent(attempt.mark()) != null) {
            throw notSignedIn();
        }
        return Optional.empty();
    }

    private Account fresh(Attempt attempt) {
        admit(attempt);
        Optional<String> newerVerifier = permits.with(() -> prove(attempt));
        Account account = attempt.claimed().account();
        writeDown(account, newerVerifier);
        return account;
    }

    private void admit(Attempt attempt) {
        try {
            throttle.admit(attempt.number(), attempt.from());
        } catch (Refusal tooSoon) {
            note(Deed.SIGN_IN_PUT_OFF, attempt);
            throw tooSoon;
        }
    }

    private void note(Deed deed, Attempt attempt) {
        attempts.note(deed, attempt.claimed().account().id().value(), attempt.from());
    }

    /// Hashes, unless someone else found out while this one waited for a permit. Gives the password in a newer form
    /// when the one that is kept is outdated.
    private Optional<String> prove(Attempt attempt) {
        if (known(attempt).isPresent()) {
            return Optional.empty();
        }
        admit(attempt);
        String verifier = attempt.claimed().verifier();
        hashed.increment();
        boolean fits = hash.fits(attempt.sha1(), verifier);
        if (!fits || !attempt.claimed().active()) {
            wrong.put(attempt.mark(), attempt.claimed().account().id());
            throttle.failed(attempt.number(), attempt.from());
            note(Deed.SIGN_IN_FAILED, attempt);
            throw notSignedIn();
        }
        right.put(attempt.mark(), attempt.claimed().account().id());
        throttle.succeeded(attempt.number(), attempt.from());
        note(Deed.SIGNED_IN, attempt);
        return hash.isOutdated(verifier) ? Optional.of(hash.keep(attempt.sha1())) : Optional.empty();
    }

    /// A store that is too busy to take the note does not keep anyone out.
    private void writeDown(Account account, Optional<String> newerVerifier) {
        try {
            accounts.signedIn(account, newerVerifier);
        } catch (Refusal tooBusy) {
            if (!(tooBusy.problem() instanceof Problem.Overloaded)) {
                throw tooBusy;
            }
        }
    }

    private static Refusal notSignedIn() {
        return new Refusal(new Problem.NotSignedIn());
    }

    /// One request to be let in: as whom, with what, from where.
    private record Attempt(Credentials claimed, long number, Secret sha1, Fingerprint mark, ClientNetwork from) {}
}
