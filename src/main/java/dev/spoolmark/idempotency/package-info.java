/// Keys that clients give to requests, so that a repeated request is carried out once.
@NullMarked
package dev.spoolmark.idempotency;

import org.jspecify.annotations.NullMarked;
