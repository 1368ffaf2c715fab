package dev.spoolmark.transfer.format.tautulli;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.transfer.file.CellValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ids that Plex used before 2020, such as `com.plexapp.agents.thetvdb://81189/1/1?lang=en`: of the movie, or of
/// the
/// show of an episode. Those of today say nothing to others.
final class TautulliGuid {

    private static final Pattern GUID =
            Pattern.compile("com\\.plexapp\\.agents\\.(imdb|themoviedb|thetvdb)://(tt\\d{1,10}|\\d{1,12})(?:[/?].*)?");

    private TautulliGuid() {}

    static Ids ids(String guid) {
        Matcher parts = GUID.matcher(guid);
        if (!parts.matches()) {
            return Ids.NONE;
        }
        String id = parts.group(2);
        return switch (parts.group(1)) {
            case "imdb" -> CellValues.ids(id, "", "");
            case "themoviedb" -> CellValues.ids("", id, "");
            default -> CellValues.ids("", "", id);
        };
    }
}
