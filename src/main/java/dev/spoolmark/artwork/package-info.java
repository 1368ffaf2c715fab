/// Images of movies, shows, episodes and people: fetched once, cached on disk, scaled on request.
///
/// Start with [dev.spoolmark.artwork.Artwork]. It knows neither clients nor how images are fetched.
@NullMarked
package dev.spoolmark.artwork;

import org.jspecify.annotations.NullMarked;
