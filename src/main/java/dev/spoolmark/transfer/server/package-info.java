/// The portable backup of a whole server. Start with [dev.spoolmark.transfer.server.ServerCopy].
@NullMarked
package dev.spoolmark.transfer.server;

import org.jspecify.annotations.NullMarked;
