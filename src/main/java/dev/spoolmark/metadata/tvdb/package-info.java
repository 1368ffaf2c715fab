/// Looks up shows in the TheTVDB API.
@NullMarked
package dev.spoolmark.metadata.tvdb;

import org.jspecify.annotations.NullMarked;
