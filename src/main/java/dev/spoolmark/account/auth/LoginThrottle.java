package dev.spoolmark.account.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.core.AdjustableClock;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Slows down whoever guesses passwords (`docs/security.md#guessing`). No network is exempt, and nobody is locked
/// out for good.
///
/// Accounts are told apart by number; a name that nobody has gets a number of its own from
/// [CredentialFingerprints#pseudoAccountId].
final class LoginThrottle {

    private static final int ROWS = 100_000;

    private final InstantSource clock;
    private final Cache<Long, AccountLoginLimiter> accounts;
    private final Cache<ClientNetwork, NetworkLoginLimiter> networks;

    LoginThrottle(InstantSource clock) {
        this.clock = AdjustableClock.steady(clock);
        this.accounts = table(clock, AccountLoginLimiter.WINDOW).build();
        this.networks = table(clock, NetworkLoginLimiter.DAY).build();
    }

    private static Caffeine<Object, Object> table(InstantSource clock, Duration idle) {
        return Caffeine.newBuilder().maximumSize(ROWS).expireAfterAccess(idle).ticker(new ClockTicker(clock));
    }

    /// Refuses when a guess at this account from this place would come too early, and says how much.
    void admit(long account, ClientNetwork from) {
        Instant now = clock.instant();
        Duration ofAccount = guesses(account).untilNext(now);
        Duration ofNetwork = guesses(from).untilNext(now);
        Duration wait = ofAccount.compareTo(ofNetwork) > 0 ? ofAccount : ofNetwork;
        if (wait.isPositive()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
    }

    void failed(long account, ClientNetwork from) {
        Instant now = clock.instant();
        guesses(account).add(now, from);
        guesses(from).add(now);
    }

    void succeeded(long account, ClientNetwork from) {
        guesses(account).forgive(from);
    }

    private AccountLoginLimiter guesses(long account) {
        return accounts.get(account, unseen -> new AccountLoginLimiter());
    }

    private NetworkLoginLimiter guesses(ClientNetwork from) {
        return networks.get(from, unseen -> new NetworkLoginLimiter());
    }
}
