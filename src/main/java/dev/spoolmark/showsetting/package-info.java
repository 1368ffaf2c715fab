/// How users want single shows among the next episodes: pinned, and by which rule the next episode is chosen.
///
/// Start with [dev.spoolmark.showsetting.ShowSettings]. It does not know how the next episode is found.
@NullMarked
package dev.spoolmark.showsetting;

import org.jspecify.annotations.NullMarked;
