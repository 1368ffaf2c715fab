package dev.spoolmark.transfer;

import dev.spoolmark.scrobble.NowWatching;
import java.time.Instant;
import java.util.Optional;

/// What is read before the snapshot, since reading it stores plays or fills a cache.
///
/// @param at the time of the export
/// @param isSecondFactorActive whether sign-in asks for a code
/// @param isPasswordOnV1 whether the user lets the sign-in password work on v1
record CurrentState(Instant at, Optional<NowWatching> watching, boolean isSecondFactorActive, boolean isPasswordOnV1) {}
