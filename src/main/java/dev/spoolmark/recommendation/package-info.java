/// Recommendations: items related to an item, and items for a user.
///
/// Start with [dev.spoolmark.recommendation.Related]. It does not know the parameters of an API.
@NullMarked
package dev.spoolmark.recommendation;

import org.jspecify.annotations.NullMarked;
