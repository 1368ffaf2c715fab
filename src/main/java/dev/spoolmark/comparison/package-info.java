/// What two users have in common: movies and shows that both have watched, and how their ratings agree.
///
/// Start with [dev.spoolmark.comparison.Comparisons]. It reads rows of two users.
@NullMarked
package dev.spoolmark.comparison;

import org.jspecify.annotations.NullMarked;
