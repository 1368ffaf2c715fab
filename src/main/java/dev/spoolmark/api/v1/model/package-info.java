/// The JSON forms of movies, shows, episodes, users and lists in v1.
@NullMarked
package dev.spoolmark.api.v1.model;

import org.jspecify.annotations.NullMarked;
