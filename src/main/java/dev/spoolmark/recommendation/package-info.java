/// What someone might like: what goes with a thing, and what goes with a person.
///
/// Start with [dev.spoolmark.recommendation.Related]. It must not know how a dialect asks.
@NullMarked
package dev.spoolmark.recommendation;

import org.jspecify.annotations.NullMarked;
