package dev.spoolmark.transfer;

import dev.spoolmark.scrobble.NowWatching;
import java.time.Instant;
import java.util.Optional;

/// What is read before the snapshot, since reading it stores plays or fills a cache.
///
/// @param at the time of the export
/// @param isSecondFactorActive whether sign-in asks for a code
record CurrentState(Instant at, Optional<NowWatching> watching, boolean isSecondFactorActive) {}
