/// The pages that people use every day: home, search, and the pages of movies, shows, seasons, episodes and people.
///
/// Start with [dev.spoolmark.web.tracker.TrackerPages]. Other pages use [dev.spoolmark.web.tracker.ItemLinks],
/// [dev.spoolmark.web.tracker.ItemCard] and the templates in `part/tracker`. All changes are made by
/// the classes `...Actions`.
@NullMarked
package dev.spoolmark.web.tracker;

import org.jspecify.annotations.NullMarked;
