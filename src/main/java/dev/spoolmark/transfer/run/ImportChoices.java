package dev.spoolmark.transfer.run;

import dev.spoolmark.transfer.format.ImportOptions;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What the user has chosen for an import.
///
/// @param zone of times without an offset, and for days
/// @param answers to questions of the format
/// @param types what is imported
/// @param ratings which rating counts if there is one
/// @param keepsUnknownPlays whether a play at an unknown time is added to an item that has plays
/// @param marksRated whether a rated movie or episode without a play gets one at an unknown time
public record ImportChoices(
        String zone,
        Map<String, String> answers,
        Set<RecordType> types,
        RatingConflict ratings,
        boolean keepsUnknownPlays,
        boolean marksRated) {

    public ImportChoices {
        answers = Map.copyOf(answers);
        types = Set.copyOf(types);
    }

    /// Everything, newest ratings.
    public static ImportChoices of(ZoneId zone) {
        return new ImportChoices(
                zone.getId(), Map.of(), EnumSet.allOf(RecordType.class), RatingConflict.NEWEST, false, false);
    }

    public ImportOptions options() {
        return new ImportOptions(ZoneId.of(zone), answers);
    }
}
