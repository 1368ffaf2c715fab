/// The pictures of movies, shows, episodes and people: fetched once, kept on disk, made smaller as clients ask.
///
/// Start with [dev.spoolmark.artwork.Artwork]. It must not know who asks, nor how a picture is fetched.
@NullMarked
package dev.spoolmark.artwork;

import org.jspecify.annotations.NullMarked;
