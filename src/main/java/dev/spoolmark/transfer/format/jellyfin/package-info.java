/// The backup of the plugin Playback Reporting of Jellyfin and Emby. Start with
/// [dev.spoolmark.transfer.format.jellyfin.JellyfinFormat].
@NullMarked
package dev.spoolmark.transfer.format.jellyfin;

import org.jspecify.annotations.NullMarked;
