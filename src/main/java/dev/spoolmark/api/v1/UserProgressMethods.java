package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.disclosure.Disclosure;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.progress.Completion;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.progress.ProgressOrder;
import dev.spoolmark.progress.ShowProgress;
import dev.spoolmark.progress.Slot;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Sight;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `user/progress/*`: how far somebody is in each show.
final class UserProgressMethods {

    /// Each named show costs a lookup of its own.
    private static final int MOST_NAMED = 100;

    private final V1People people;
    private final Progress progress;
    private final Catalog catalog;
    private final Disclosure disclosure;
    private final Ratings ratings;
    private final V1Personal personal;

    UserProgressMethods(
            V1People people,
            Progress progress,
            Catalog catalog,
            Disclosure disclosure,
            Ratings ratings,
            V1Personal personal) {
        this.people = people;
        this.progress = progress;
        this.catalog = catalog;
        this.disclosure = disclosure;
        this.ratings = ratings;
        this.personal = personal;
    }

    void declare(Methods v1) {
        v1.get(
                "/user/progress/collected.json/{apikey}/{username}/{title?}/{sort?}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, Completion.COLLECTED));
        v1.get(
                "/user/progress/watched.json/{apikey}/{username}/{title?}/{sort?}/{extended?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, Completion.WATCHED));
    }

    // GET user/progress/collected, GET user/progress/watched

    private Reply answer(Call<NoBody> call, Completion completion) {
        V1Extent extent = V1Extent.ofNewer(call.argument("extended"));
        List<ShowProgress> shows =
                people.look(call).map(sight -> asked(call, sight, completion)).orElse(List.of());
        return V1Stream.array(order(call).sort(shows), page -> told(call, page, extent));
    }

    private List<ShowProgress> asked(Call<NoBody> call, Sight sight, Completion completion) {
        String title = call.argument("title").orElse("all");
        return title.equals("all")
                ? progress.ofAll(sight, completion)
                : progress.of(sight, completion, named(sight, title));
    }

    /// One show or several, by slug or number. Of several, those that nobody knows are left out. Who may look at a
    /// person's data learns of what these name.
    private List<ShowId> named(Sight sight, String titles) {
        Viewer owner = new Viewer(sight.owner());
        List<ShowId> named = Arrays.stream(titles.split(","))
                .distinct()
                .limit(MOST_NAMED)
                .flatMap(title -> disclosure.show(owner, title.strip()).stream())
                .map(Show::id)
                .distinct()
                .toList();
        if (named.isEmpty()) {
            throw new Refusal(new Problem.NotFound("show"));
        }
        return named;
    }

    private static ProgressOrder order(Call<NoBody> call) {
        return switch (call.argument("sort").orElse("title")) {
            case "activity" -> ProgressOrder.LAST_PLAY;
            case "most-completed" -> ProgressOrder.MOST_COMPLETED;
            case "least-completed" -> ProgressOrder.LEAST_COMPLETED;
            case "recently-aired" -> ProgressOrder.NEWEST_AIRED;
            case "previously-aired" -> ProgressOrder.OLDEST_AIRED;
            default -> ProgressOrder.TITLE;
        };
    }

    private List<V1Object> told(Call<NoBody> call, List<ShowProgress> page, V1Extent extent) {
        V1Links links = new V1Links(call.base());
        List<ShowId> shows = page.stream().map(one -> one.show().id()).toList();
        Map<MediaId, RatingTotals> totals = extent == V1Extent.FULL ? ratings.totals(shows) : Map.of();
        V1Personal.Page own = personal.of(call.caller(), shows);
        Map<EpisodeId, Episode> next = catalog.episodes(page.stream()
                .flatMap(one -> Stream.ofNullable(one.next()))
                .map(Slot::id)
                .toList());
        return page.stream()
                .map(one -> V1Progress.of(
                        one,
                        own.putOpinion(
                                V1Show.of(one.show(), extent, links, totals(totals, one.show())),
                                one.show().id()),
                        one.next() == null ? null : next.get(one.next().id()),
                        links))
                .toList();
    }

    private static RatingTotals totals(Map<MediaId, RatingTotals> totals, Show show) {
        return totals.getOrDefault(show.id(), RatingTotals.NONE);
    }
}
