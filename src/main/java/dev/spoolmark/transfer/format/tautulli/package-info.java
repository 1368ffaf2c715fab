/// The history of Tautulli, which watches a Plex server. Start with
/// [dev.spoolmark.transfer.format.tautulli.TautulliFormat].
@NullMarked
package dev.spoolmark.transfer.format.tautulli;

import org.jspecify.annotations.NullMarked;
