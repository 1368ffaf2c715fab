package dev.spoolmark.http.client;

import dev.spoolmark.http.client.FetchResult.Failed;
import java.time.Duration;
import java.util.Optional;

/// What came of one exchange, and what it says about the destination.
///
/// @param retryAfter how long it wants to be left alone
record ExchangeResult(FetchResult fetched, UpstreamHealth health, Optional<Duration> retryAfter) {

    enum UpstreamHealth {
        HEALTHY,
        FAILING,

        /// Alive, but not answering this.
        NEUTRAL
    }

    static ExchangeResult well(FetchResult fetched) {
        return new ExchangeResult(fetched, UpstreamHealth.HEALTHY, Optional.empty());
    }

    static ExchangeResult broken(String reason) {
        return new ExchangeResult(Failed.forNow(reason), UpstreamHealth.FAILING, Optional.empty());
    }

    /// A final response: a retry would return the same.
    static ExchangeResult unusable(String reason) {
        return new ExchangeResult(Failed.because(reason), UpstreamHealth.FAILING, Optional.empty());
    }

    ExchangeResult resting(Optional<Duration> wanted) {
        return new ExchangeResult(fetched, health, wanted);
    }
}
