/// The addresses of pictures, as v1 answers give them and its clients change them
/// (`docs/spec/v1/conventions.md#images`).
///
/// Start with [dev.spoolmark.api.images.ImageHandler]. It must not know where a picture comes from.
@NullMarked
package dev.spoolmark.api.images;

import org.jspecify.annotations.NullMarked;
