/// The favourite movies and shows of users.
///
/// Start with [dev.spoolmark.favorite.Favorites].
@NullMarked
package dev.spoolmark.favorite;

import org.jspecify.annotations.NullMarked;
