/// What someone keeps out of their sight, and where.
///
/// Start with [dev.spoolmark.hidden.Hidden]. It must not know what is shown there instead.
@NullMarked
package dev.spoolmark.hidden;

import org.jspecify.annotations.NullMarked;
