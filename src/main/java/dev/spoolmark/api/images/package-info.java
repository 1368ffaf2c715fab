/// Image URLs as responses of v1 contain them and its clients modify them (`docs/spec/v1/conventions.md#images`).
///
/// Start with [dev.spoolmark.api.images.ImageHandler]. It does not know where an image comes from.
@NullMarked
package dev.spoolmark.api.images;

import org.jspecify.annotations.NullMarked;
