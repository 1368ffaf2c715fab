package dev.spoolmark.metadata.tvmaze;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeList;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.JsonClient;
import dev.spoolmark.metadata.jsonl.SourceItemConsumer;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads responses of TVmaze: shows, shows with episodes, and lists of episodes; single or in arrays.
///
/// Consecutive episodes of one show become one list.
public final class TvmazeParser {

    private static final JsonMapper JSON = JsonClient.JSON;
    private static final Pattern SHOW_LINK = Pattern.compile("/shows/(\\d{1,18})$");

    private final SourceItemConsumer consumer;
    private final @Nullable Long onlyShow;
    private final Map<Integer, List<EpisodeItem>> episodes = new TreeMap<>();
    private @Nullable Long showOfEpisodes;
    private long episodesLine;

    public TvmazeParser(SourceItemConsumer consumer, @Nullable Long onlyShow) {
        this.consumer = consumer;
        this.onlyShow = onlyShow;
    }

    public void read(InputStream stream) {
        try (JsonParser parser = JSON.createParser(JsonClient.text(stream))) {
            readAll(parser);
        }
        finishList();
    }

    private void readAll(JsonParser parser) {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                long line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_OBJECT) {
                    read(line, parser.readValueAsTree());
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    consumer.rejected(line, "a show or an episode must be an object");
                }
            }
        } catch (JacksonException unreadable) {
            consumer.rejected(parser.currentLocation().getLineNr(), "cannot be read as JSON; the rest was not read");
        }
    }

    private void read(long line, JsonNode body) {
        try {
            if (TvmazeEpisode.isOne(body)) {
                addEpisode(line, body);
            } else {
                finishList();
                readShow(line, body);
            }
        } catch (InvalidItemException invalid) {
            consumer.rejected(line, invalid.reason());
        }
    }

    private void readShow(long line, JsonNode body) {
        Map<Integer, List<EpisodeItem>> embedded = new TreeMap<>();
        for (JsonNode episode : body.path("_embedded").path("episodes")) {
            try {
                TvmazeEpisode.addTo(embedded, episode, warning -> consumer.warning(line, warning));
            } catch (InvalidItemException invalid) {
                consumer.rejected(line, invalid.reason());
            }
        }
        List<SeasonItem> seasons = TvmazeEpisode.seasons(embedded);
        consumer.item(line, TvmazeShow.item(body, seasons, warning -> consumer.warning(line, warning)));
    }

    private void addEpisode(long line, JsonNode body) {
        Long show = showOf(body);
        if (!Objects.equals(show, showOfEpisodes)) {
            finishList();
        }
        if (episodes.isEmpty()) {
            showOfEpisodes = show;
            episodesLine = line;
        }
        TvmazeEpisode.addTo(episodes, body, warning -> consumer.warning(line, warning));
    }

    private Long showOf(JsonNode body) {
        if (onlyShow != null) {
            return onlyShow;
        }
        Matcher link =
                SHOW_LINK.matcher(body.path("_links").path("show").path("href").asString(""));
        if (!link.find()) {
            throw new InvalidItemException("the episode does not say its show; name it with --show");
        }
        return AsciiNumber.parseLong(link.group(1));
    }

    private void finishList() {
        Long show = showOfEpisodes;
        if (show != null && !episodes.isEmpty()) {
            consumer.item(episodesLine, new EpisodeList(Ids.ofTvmaze(show), TvmazeEpisode.seasons(episodes)));
        }
        episodes.clear();
        showOfEpisodes = null;
    }
}
