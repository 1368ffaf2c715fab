/// All outgoing HTTP requests: address check, rate limit, circuit breaker, size limits
/// (`docs/security.md#outgoing-requests`).
///
/// Start with [dev.spoolmark.http.client.UpstreamClient]. It knows nothing about metadata sources.
@NullMarked
package dev.spoolmark.http.client;

import org.jspecify.annotations.NullMarked;
