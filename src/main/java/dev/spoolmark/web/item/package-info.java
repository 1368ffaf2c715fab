/// The pages that people use every day: home, search, and the pages of movies, shows, seasons, episodes and people.
///
/// Start with [dev.spoolmark.web.item.ItemRoutes]. Other pages use [dev.spoolmark.web.item.ItemLinks],
/// [dev.spoolmark.web.item.ItemCard] and the templates in `part/item`. All changes are made by
/// the classes `...Actions`.
@NullMarked
package dev.spoolmark.web.item;

import org.jspecify.annotations.NullMarked;
