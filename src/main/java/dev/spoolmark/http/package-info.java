/// What the dialects share: requests and replies, the table of methods, reading bodies, and the door to the network.
///
/// Start with [dev.spoolmark.http.MethodRegistry]. Only [dev.spoolmark.http.HttpServer] knows the HTTP library.
@NullMarked
package dev.spoolmark.http;

import org.jspecify.annotations.NullMarked;
