package dev.spoolmark.api.v1.model;

import dev.spoolmark.api.resolve.ItemRequest;
import dev.spoolmark.api.v1.V1ItemKey;
import dev.spoolmark.catalog.SeasonRef;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One element of a request about a list: the type of the item, and the members that name an item of this type
/// (`docs/spec/v1/lists.md#listsitemsadd`).
public record V1ListItem(
        @Nullable LenientValue type,
        @Nullable LenientValue imdb_id,
        @Nullable LenientValue tmdb_id,
        @Nullable LenientValue tvdb_id,
        @Nullable LenientValue title,
        @Nullable LenientValue year,
        @Nullable LenientValue season,
        @Nullable LenientValue episode,
        @Nullable LenientValue episode_tvdb_id,
        @Nullable LenientValue episode_imdb_id,
        @Nullable LenientValue episode_tmdb_id) {

    private static final LenientValue FIRST = new LenientValue("1", false);

    String key() {
        return V1Values.text(type).orElse("").toLowerCase(Locale.ROOT);
    }

    private boolean isSeason() {
        return key().equals("season");
    }

    /// @return the item, for a season its show; only if [#problem] is empty
    private V1ItemKey item() {
        return switch (key()) {
            case "movie" -> new V1ItemKey.OfMovie(imdb_id, tmdb_id, title, year);
            case "episode" ->
                new V1ItemKey.OfEpisode(
                        show(),
                        season,
                        episode,
                        new V1ItemKey.EpisodeIds(episode_tvdb_id, episode_imdb_id, episode_tmdb_id));
            default -> show();
        };
    }

    /// Only if [#problem] is empty.
    public ItemRequest request(boolean create) {
        return isSeason()
                ? new ItemRequest(new SeasonRef(show().ref(), seasonNumber()), create)
                : item().request(create);
    }

    V1ItemKey.OfShow show() {
        return new V1ItemKey.OfShow(tvdb_id, imdb_id, title, year);
    }

    private int seasonNumber() {
        return V1Values.number(season).orElseThrow();
    }

    /// @return why it cannot be an item, whatever the catalog knows
    public Optional<Problem> problem() {
        return switch (key()) {
            case "movie", "show" -> Optional.empty();
            case "season" -> new V1ItemKey.OfEpisode(show(), season, FIRST).problem();
            case "episode" -> item().problem();
            case "" -> Optional.of(new Problem.Missing("type"));
            default -> Optional.of(new Problem.Invalid("type"));
        };
    }

    /// @return the members as they were sent, to name a skipped element
    public JsonObject echo() {
        return new JsonObject()
                .put("type", type)
                .put("imdb_id", imdb_id)
                .put("tmdb_id", tmdb_id)
                .put("tvdb_id", tvdb_id)
                .put("title", title)
                .put("year", year)
                .put("season", season)
                .put("episode", episode);
    }
}
