/// The only way out of the house: requests to the few places the operator's configuration names
/// (`docs/security.md#outgoing-requests`).
///
/// Start with [dev.spoolmark.http.client.UpstreamClient]. It must not know what is asked there, nor why.
@NullMarked
package dev.spoolmark.http.client;

import org.jspecify.annotations.NullMarked;
