/// The addresses of pictures, as v1 answers give them and its clients change them (`conventions.md` 7).
///
/// Start with [dev.spoolmark.api.images.ImagePages]. It must not know where a picture comes from.
@NullMarked
package dev.spoolmark.api.images;

import org.jspecify.annotations.NullMarked;
