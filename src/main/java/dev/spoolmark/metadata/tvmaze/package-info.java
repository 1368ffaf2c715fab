/// Looks up shows in the TVmaze API.
@NullMarked
package dev.spoolmark.metadata.tvmaze;

import org.jspecify.annotations.NullMarked;
