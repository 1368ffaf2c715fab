package dev.spoolmark.web.statistics;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.stats.viewing.DatedPlay;
import dev.spoolmark.stats.viewing.PeriodStatistics;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.stats.viewing.ViewingStatistics;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.ItemLinks;
import dev.spoolmark.web.statistics.StatisticsNames.Found;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The review of a year as a page and as a picture. Others see it if the user shares it and they may read the history.
public final class ReviewPages {

    private static final String TEMPLATE = "page/stats/review";
    private static final String YEAR = "/stats/{year}";
    private static final String REVIEW = YEAR + "/review";
    private static final String PICTURE = YEAR + "/review.png";
    private static final String OF_USER = "/u/{user}";
    private static final int TITLES = 5;
    private static final int NEW_SHOWS = 12;

    private final ViewingStatistics statistics;
    private final SharedReviews reviews;
    private final StatisticsAccess access;
    private final StatisticsNames names;
    private final ReviewPictures pictures = new ReviewPictures();

    ReviewPages(ViewingStatistics statistics, SharedReviews reviews, StatisticsAccess access, StatisticsNames names) {
        this.statistics = statistics;
        this.reviews = reviews;
        this.access = access;
        this.names = names;
    }

    /// @param owner name of the user; null for one's own
    /// @param statisticsPath of the statistics of the year
    /// @param moreShows number of new shows that are not listed
    /// @param picture address of the picture
    /// @param alternative text instead of the picture
    /// @param sharing null for other viewers
    public record ReviewPage(
            Layout layout,
            @Nullable String owner,
            String year,
            boolean empty,
            String statisticsPath,
            List<Figure> totals,
            List<Figure> highlights,
            @Nullable BarChart months,
            List<RankedRow> shows,
            List<RankedRow> movies,
            List<NewShow> newShows,
            int moreShows,
            @Nullable BarChart ratings,
            String picture,
            String alternative,
            @Nullable Sharing sharing) {

        public ReviewPage {
            totals = List.copyOf(totals);
            highlights = List.copyOf(highlights);
            shows = List.copyOf(shows);
            movies = List.copyOf(movies);
            newShows = List.copyOf(newShows);
        }
    }

    /// A show first watched in the year.
    ///
    /// @param date of the first play
    public record NewShow(String title, String path, String date) {}

    /// @param isShared whether the user shares the review
    /// @param explanation who can see it
    /// @param address for others, with scheme and host
    /// @param action where the form is sent
    public record Sharing(boolean isShared, String explanation, String address, String action) {}

    void declare(PageRoutes routes) {
        routes.get(REVIEW, PageAccess.SIGNED_IN, request -> page(request, access.self(request)))
                .get(PICTURE, PageAccess.SIGNED_IN, request -> picture(request, access.self(request)))
                .post(YEAR + "/share", PageAccess.SIGNED_IN, this::share)
                .get(
                        OF_USER + REVIEW,
                        PageAccess.PUBLIC,
                        request -> request.waiting(
                                () -> page(request, access.sharing(request, StatisticsAccess.year(request)))))
                .get(
                        OF_USER + PICTURE,
                        PageAccess.PUBLIC,
                        request -> request.waiting(
                                () -> picture(request, access.sharing(request, StatisticsAccess.year(request)))));
    }

    private Response share(PageRequest request) {
        int year = StatisticsAccess.year(request);
        boolean isShared = switch (request.form().text("shared")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new ProblemException(new Problem.Invalid("shared"));
        };
        request.waiting(() -> {
            reviews.change(request.account().id(), year, isShared);
            return isShared;
        });
        return request.redirect(access.self(request).review(year), isShared ? "review_shared" : "review_private");
    }

    private Response picture(PageRequest request, StatisticsOwner owner) {
        int year = StatisticsAccess.year(request);
        return request.waiting(() -> {
            PeriodStatistics counts =
                    statistics.of(owner.profile(), new OfYear(year)).statistics();
            return pictures.show(request, owner, year, counts, names.find(owner, counts));
        });
    }

    private Response page(PageRequest request, StatisticsOwner owner) {
        int year = StatisticsAccess.year(request);
        return request.waiting(() -> {
            PeriodStatistics counts =
                    statistics.of(owner.profile(), new OfYear(year)).statistics();
            return request.page(TEMPLATE, page(request, owner, year, counts, names.find(owner, counts)));
        });
    }

    private ReviewPage page(
            PageRequest request, StatisticsOwner owner, int year, PeriodStatistics counts, Found found) {
        StatisticsTexts texts = StatisticsTexts.of(request);
        StatisticsCharts charts = new StatisticsCharts(owner, counts, texts);
        StatisticsFigures figures = new StatisticsFigures(owner, counts, found, texts);
        StatisticsRankings rankings = new StatisticsRankings(
                owner, counts, found, texts, request.site().links());
        List<NewShow> newShows = newShows(counts, found, texts);
        String number = Integer.toString(year);
        return new ReviewPage(
                owner.own()
                        ? request.layout("stats.review.title", number)
                        : request.layout("stats.review.title_of", number, owner.name()),
                owner.own() ? null : owner.name(),
                number,
                counts.plays().plays() == 0,
                owner.path(counts.period()),
                figures.totals(),
                figures.highlights(),
                charts.spans(),
                rankings.shows().stream().limit(TITLES).toList(),
                rankings.movies().stream().limit(TITLES).toList(),
                newShows,
                counts.newShows().size() - newShows.size(),
                charts.ratings(),
                owner.review(year) + ".png",
                request.text().get("stats.review.picture.alt", number, texts.playsAndTime(counts.plays())),
                owner.own() ? sharing(request, owner, year) : null);
    }

    private static List<NewShow> newShows(PeriodStatistics counts, Found found, StatisticsTexts texts) {
        return counts.newShows().stream()
                .flatMap(show ->
                        Stream.ofNullable(found.itemOf(show)).map(item -> newShow(show, item, counts.zone(), texts)))
                .limit(NEW_SHOWS)
                .toList();
    }

    private static NewShow newShow(DatedPlay play, ItemSummary show, ZoneId zone, StatisticsTexts texts) {
        String day = texts.formats().date(LocalDate.ofInstant(play.at(), zone));
        return new NewShow(show.title(), ItemLinks.of(show), day);
    }

    private Sharing sharing(PageRequest request, StatisticsOwner owner, int year) {
        boolean isShared = reviews.isShared(owner.profile(), year);
        Account account = owner.profile().account();
        Audience audience =
                account.audience(ProfileSection.HISTORY).narrower(account.audience(ProfileSection.PROGRESS));
        String explanation = isShared ? "stats.review.shared." + audience.key() : "stats.review.private";
        return new Sharing(
                isShared,
                request.text().get(explanation),
                request.http().base() + owner.shared() + "/" + year + "/review",
                owner.path(new OfYear(year)) + "/share");
    }
}
