/// What someone thought of it, one to ten.
///
/// Start with [dev.spoolmark.rating.Ratings]. It must not know how a dialect words a rating.
@NullMarked
package dev.spoolmark.rating;

import org.jspecify.annotations.NullMarked;
