package dev.spoolmark.api.v1.model;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The air time of an episode in the time zone of the caller; without a caller, in that of the place of
/// broadcast.
///
/// Calendars of 2013 contain these members, and several clients display no other time. Like all dates of v1, the
/// local time is encoded as if it were Pacific time.
public record V1LocalAirTime(@Nullable ZoneId looking) {

    public static V1LocalAirTime of(@Nullable Account caller) {
        return new V1LocalAirTime(caller == null ? null : caller.preferences().timeZone());
    }

    public void put(JsonObject showJson, JsonObject episodeJson, Show show, Episode episode) {
        Instant at = episode.facts().airsAt();
        Broadcast broadcast = show.facts().broadcast();
        if (at == null || broadcast.time() == null) {
            showJson.put("air_day_localized", "").put("air_time_localized", "");
            episodeJson.put(
                    "first_aired_localized", V1Times.midnight(episode.facts().airDate()));
            return;
        }
        ZonedDateTime local = at.atZone(looking == null ? broadcast.zoneOrDefault() : looking);
        showJson.put("air_day_localized", local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .put("air_time_localized", V1Times.twelveHours(local.toLocalTime()));
        episodeJson.put("first_aired_localized", V1Times.asIfPacific(local.toLocalDateTime()));
    }
}
