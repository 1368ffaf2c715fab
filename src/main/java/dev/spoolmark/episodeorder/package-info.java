/// The order in which a user wants to see the episodes of a show.
///
/// Start with [dev.spoolmark.episodeorder.EpisodeOrders].
@NullMarked
package dev.spoolmark.episodeorder;

import org.jspecify.annotations.NullMarked;
