package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.stats.ItemCounts;
import dev.spoolmark.stats.ItemCounts.EventCount;
import dev.spoolmark.stats.Statistics;

/// The counts of an item, in the short form of summaries and the long form of the `stats` methods
/// (`docs/spec/v1/conventions.md#statistics`).
public final class V1ItemStats {

    private final Statistics statistics;
    private final Ratings ratings;

    public V1ItemStats(Statistics statistics, Ratings ratings) {
        this.statistics = statistics;
        this.ratings = ratings;
    }

    public JsonObject brief(MediaId item) {
        ItemCounts counts = statistics.of(item);
        return new JsonObject()
                .put("watchers", counts.watchers())
                .put("plays", counts.plays())
                .put("scrobbles", counts.scrobbles().total())
                .put("scrobbles_unique", counts.scrobbles().users())
                .put("checkins", counts.checkins().total())
                .put("checkins_unique", counts.checkins().users())
                .put("collection", counts.collection().total())
                .put("collection_unique", counts.collection().users());
    }

    public JsonObject full(MediaId item) {
        ItemCounts counts = statistics.of(item);
        RatingTotals totals = ratings.totals(item);
        return new JsonObject()
                .put("ratings", V1Rating.totals(totals).put("distribution", distribution(totals)))
                .put("watchers", counts.watchers())
                .put("plays", counts.plays())
                .put("scrobbles", count(counts.scrobbles()))
                .put("checkins", count(counts.checkins()))
                .put("collection", count(counts.collection()))
                .put("lists", lists(counts))
                .put("comments", comments(counts.comments()));
    }

    private static JsonObject distribution(RatingTotals totals) {
        JsonObject steps = new JsonObject();
        for (int step = Score.LOWEST; step <= Score.HIGHEST; step++) {
            steps.put(Integer.toString(step), totals.votesFor(new Score(step)));
        }
        return steps;
    }

    private static JsonObject count(EventCount count) {
        return new JsonObject().put("all", count.total()).put("users", count.users());
    }

    private static JsonObject lists(ItemCounts counts) {
        return new JsonObject()
                .put("all", counts.watchlists() + counts.lists())
                .put("watchlist", counts.watchlists())
                .put("custom", counts.lists());
    }

    private static JsonObject comments(ItemCounts.Comments comments) {
        return new JsonObject()
                .put("all", comments.all())
                .put("shouts", comments.shouts())
                .put("reviews", comments.reviews());
    }
}
