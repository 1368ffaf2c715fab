/// Metrics for Prometheus: counts and times, never a name, a path or a value of a request.
@NullMarked
package dev.spoolmark.app.metrics;

import org.jspecify.annotations.NullMarked;
