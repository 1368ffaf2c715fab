/// The CSV exports of IMDb. Start with [dev.spoolmark.transfer.format.imdb.ImdbFormat].
@NullMarked
package dev.spoolmark.transfer.format.imdb;

import org.jspecify.annotations.NullMarked;
