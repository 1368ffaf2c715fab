/// What the dialects share: requests and replies, the table of methods, reading bodies, and the door to the network.
///
/// Start with [dev.spoolmark.wire.Methods]. Only [dev.spoolmark.wire.Door] knows the HTTP library.
@NullMarked
package dev.spoolmark.wire;

import org.jspecify.annotations.NullMarked;
