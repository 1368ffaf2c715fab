/// Methods of v1 about movies, shows, search, genres, calendars, recommendations and accounts.
@NullMarked
package dev.spoolmark.api.v1.media;

import org.jspecify.annotations.NullMarked;
