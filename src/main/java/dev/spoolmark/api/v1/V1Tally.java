package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.stats.ItemCounts;
import dev.spoolmark.stats.ItemCounts.Tally;
import dev.spoolmark.stats.Statistics;

/// The counts of an item, in the short form of summaries and the long form of the `stats` methods
/// (`conventions.md` 9.6).
final class V1Tally {

    private final Statistics statistics;
    private final Ratings ratings;

    V1Tally(Statistics statistics, Ratings ratings) {
        this.statistics = statistics;
        this.ratings = ratings;
    }

    V1Object brief(MediaId item) {
        ItemCounts counts = statistics.of(item);
        return new V1Object()
                .put("watchers", counts.watchers())
                .put("plays", counts.plays())
                .put("scrobbles", counts.scrobbles().all())
                .put("scrobbles_unique", counts.scrobbles().users())
                .put("checkins", counts.checkins().all())
                .put("checkins_unique", counts.checkins().users())
                .put("collection", counts.collection().all())
                .put("collection_unique", counts.collection().users());
    }

    V1Object full(MediaId item) {
        ItemCounts counts = statistics.of(item);
        RatingTotals totals = ratings.totals(item);
        return new V1Object()
                .put("ratings", V1Rating.totals(totals).put("distribution", distribution(totals)))
                .put("watchers", counts.watchers())
                .put("plays", counts.plays())
                .put("scrobbles", tally(counts.scrobbles()))
                .put("checkins", tally(counts.checkins()))
                .put("collection", tally(counts.collection()))
                .put("lists", lists(counts))
                .put("comments", comments(counts.comments()));
    }

    private static V1Object distribution(RatingTotals totals) {
        V1Object steps = new V1Object();
        for (int step = Score.LOWEST; step <= Score.HIGHEST; step++) {
            steps.put(Integer.toString(step), totals.given(new Score(step)));
        }
        return steps;
    }

    private static V1Object tally(Tally tally) {
        return new V1Object().put("all", tally.all()).put("users", tally.users());
    }

    private static V1Object lists(ItemCounts counts) {
        return new V1Object()
                .put("all", counts.watchlists() + counts.lists())
                .put("watchlist", counts.watchlists())
                .put("custom", counts.lists());
    }

    private static V1Object comments(ItemCounts.Comments comments) {
        return new V1Object()
                .put("all", comments.all())
                .put("shouts", comments.shouts())
                .put("reviews", comments.reviews());
    }
}
