/// The HTTP server that all APIs share: connections, request pipeline, handlers, method table, limits, access log.
///
/// Start with [dev.spoolmark.http.RequestHandler] and [dev.spoolmark.http.HttpServer]. Only `HttpServer` and the
/// `Helidon...` classes, here and in `http.body`, use the HTTP library Helidon.
@NullMarked
package dev.spoolmark.http;

import org.jspecify.annotations.NullMarked;
