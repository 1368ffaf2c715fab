/// Admission control: how many requests run at once, who waits, and who is rejected with 503.
@NullMarked
package dev.spoolmark.http.overload;

import org.jspecify.annotations.NullMarked;
