package dev.spoolmark.web.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.http.Response;
import dev.spoolmark.stats.viewing.DayCount;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.TitleCount;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.statistics.StatisticsNames.Found;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The pictures of reviews, in the language of the viewer. The last ones are cached by what they show.
final class ReviewPictures {

    private static final int CACHE_BYTES = 2 << 20;
    private static final int FIGURES = 4;
    private static final String POLICY = "default-src 'none'; sandbox";

    /// A client asks again each time: the review may no longer be shared.
    private static final String CACHE_CONTROL = "private, no-cache";

    private final Cache<ReviewPicture.Content, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .<ReviewPicture.Content, byte[]>weigher((_, png) -> png.length)
            .build();

    private final ReviewPicture picture = new ReviewPicture();

    Response show(PageRequest request, StatisticsOwner owner, int year, PeriodStatistics statistics, Found found) {
        byte[] png = cache.get(content(request, owner, year, statistics, found), picture::draw);
        String tag = '"' + HexFormat.of().formatHex(Sha256.newDigest().digest(png)) + '"';
        boolean isCached = request.http()
                .header("If-None-Match")
                .filter(tags -> tags.contains(tag))
                .isPresent();
        Response response = isCached ? Response.empty(304, Map.of()) : Response.of(200, "image/png", png);
        return response.with("ETag", tag)
                .with("Cache-Control", CACHE_CONTROL)
                .with("Content-Security-Policy", POLICY)
                .with("X-Robots-Tag", "noindex");
    }

    /// The picture is made to be shared, so it has no provisional titles, which are visible to their user alone.
    private static ReviewPicture.Content content(
            PageRequest request, StatisticsOwner owner, int year, PeriodStatistics statistics, Found found) {
        StatisticsTexts texts = StatisticsTexts.of(request);
        return new ReviewPicture.Content(
                request.text().get("stats.review.title", Integer.toString(year)),
                owner.name(),
                new StatisticsFigures(owner, statistics, found, texts)
                        .totals().stream().limit(FIGURES).toList(),
                request.text().get("stats.top.shows"),
                titles(found, statistics.shows()),
                request.text().get("stats.top.movies"),
                titles(found, statistics.movies()),
                statistics.spans().stream()
                        .map(DayCount::count)
                        .map(count -> count.plays())
                        .toList());
    }

    private static List<String> titles(Found found, List<TitleCount> titles) {
        return titles.stream()
                .flatMap(title -> Stream.ofNullable(found.items().get(title.title())))
                .filter(item -> !item.provisional())
                .map(ItemSummary::title)
                .toList();
    }
}
