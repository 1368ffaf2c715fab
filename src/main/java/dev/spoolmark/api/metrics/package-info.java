/// What the server tells those who watch over it: counts and times, never a name, a path or a value that somebody
/// sent.
@NullMarked
package dev.spoolmark.api.metrics;

import org.jspecify.annotations.NullMarked;
