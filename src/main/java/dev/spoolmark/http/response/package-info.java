/// Sends responses: heads, bodies of unknown length, compression, and queues for slow clients.
@NullMarked
package dev.spoolmark.http.response;

import org.jspecify.annotations.NullMarked;
