/// NFO files and the exported library of Kodi. Start with [dev.spoolmark.transfer.format.kodi.KodiFormat].
@NullMarked
package dev.spoolmark.transfer.format.kodi;

import org.jspecify.annotations.NullMarked;
