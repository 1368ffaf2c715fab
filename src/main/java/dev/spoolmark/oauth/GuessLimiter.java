package dev.spoolmark.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.SlidingWindow;
import java.time.Duration;
import java.time.InstantSource;

/// Limits wrong guesses per key within a window. A guess counts before it is checked, so that parallel guesses
/// cannot exceed the limit, and no longer when it was right.
final class GuessLimiter<K> {

    private static final int KEYS = 100_000;

    private final MonotonicTicker ticker;
    private final Cache<K, SlidingWindow> windows;
    private final int limit;
    private final Duration window;

    GuessLimiter(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.ticker = new MonotonicTicker(clock);
        this.windows = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(window)
                .ticker(ticker)
                .build();
    }

    /// Counts a guess.
    ///
    /// @return the guess, to be taken back when it was right
    /// @throws OAuthException with `SLOW_DOWN` when the limit is reached
    Guess count(K key) {
        SlidingWindow guesses = windows.get(key, unseen -> new SlidingWindow(limit, window));
        long now = ticker.read();
        synchronized (guesses) {
            Duration wait = guesses.untilPermit(now);
            if (wait.isPositive()) {
                throw OAuthException.slowDown(wait);
            }
            guesses.add(now);
        }
        return () -> guesses.remove(now);
    }

    /// A guess that was counted.
    @FunctionalInterface
    interface Guess {

        /// Takes the guess back.
        void recordSuccess();
    }
}
