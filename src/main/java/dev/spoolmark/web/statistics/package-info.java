/// Statistics of a user, the review of a year, and the picture of it. Charts are drawn on the server.
///
/// Start with [dev.spoolmark.web.statistics.StatisticsRoutes]. It counts nothing itself.
@NullMarked
package dev.spoolmark.web.statistics;

import org.jspecify.annotations.NullMarked;
