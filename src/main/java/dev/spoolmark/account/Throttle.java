package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.kernel.AdjustableClock;
import dev.spoolmark.kernel.ClientNetwork;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Slows down whoever guesses passwords (`security.md` 4.2). No network is exempt, and nobody is locked out for good.
///
/// Accounts are told apart by number; a name that nobody has gets a number of its own from [Fingerprints#standIn].
final class Throttle {

    private static final int ROWS = 100_000;

    private final InstantSource clock;
    private final Cache<Long, AccountGuesses> accounts;
    private final Cache<ClientNetwork, NetworkGuesses> networks;

    Throttle(InstantSource clock) {
        this.clock = AdjustableClock.steady(clock);
        this.accounts = table(clock, AccountGuesses.WINDOW).build();
        this.networks = table(clock, NetworkGuesses.DAY).build();
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
            throw new Refusal(new Problem.Overloaded(wait));
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

    private AccountGuesses guesses(long account) {
        return accounts.get(account, unseen -> new AccountGuesses());
    }

    private NetworkGuesses guesses(ClientNetwork from) {
        return networks.get(from, unseen -> new NetworkGuesses());
    }
}
