package dev.spoolmark.http.client;

import dev.spoolmark.http.client.FetchResult.Failed;
import java.time.Duration;
import java.util.Optional;

/// The result of one exchange, and what it means for the health of the host.
///
/// @param retryAfter how long the host asks not to be contacted
record ExchangeResult(FetchResult fetched, UpstreamHealth health, Optional<Duration> retryAfter) {

    enum UpstreamHealth {
        HEALTHY,
        FAILING,

        /// The host works, but has no usable response.
        NEUTRAL
    }

    static ExchangeResult success(FetchResult fetched) {
        return new ExchangeResult(fetched, UpstreamHealth.HEALTHY, Optional.empty());
    }

    static ExchangeResult failure(String reason) {
        return new ExchangeResult(Failed.forNow(reason), UpstreamHealth.FAILING, Optional.empty());
    }

    /// A final response: a retry would return the same.
    static ExchangeResult unusable(String reason) {
        return new ExchangeResult(Failed.because(reason), UpstreamHealth.FAILING, Optional.empty());
    }

    ExchangeResult paused(Optional<Duration> pause) {
        return new ExchangeResult(fetched, health, pause);
    }
}
