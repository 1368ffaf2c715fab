/// The list of MyAnimeList, which others export, too. Start with
/// [dev.spoolmark.transfer.format.myanimelist.MyAnimeListFormat].
@NullMarked
package dev.spoolmark.transfer.format.myanimelist;

import org.jspecify.annotations.NullMarked;
