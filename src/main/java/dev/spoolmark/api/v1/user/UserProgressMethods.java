package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1PathItem;
import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Extended;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Progress;
import dev.spoolmark.api.v1.model.V1Show;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.progress.EpisodeSlot;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.progress.ProgressBasis;
import dev.spoolmark.progress.ProgressOrder;
import dev.spoolmark.progress.ShowProgress;
import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.RatingTotalsMap;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `user/progress/*`: progress of a user in each show.
public final class UserProgressMethods {

    /// Maximum number of named shows, each of which needs a lookup.
    private static final int MAX_REQUESTED = 100;

    private final V1UserLookup users;
    private final Progress progress;
    private final Catalog catalog;
    private final ProvisionalAccess provisionalAccess;
    private final Ratings ratings;
    private final V1UserItemState userItemState;

    public UserProgressMethods(
            V1UserLookup users,
            Progress progress,
            Catalog catalog,
            ProvisionalAccess provisionalAccess,
            Ratings ratings,
            V1UserItemState userItemState) {
        this.users = users;
        this.progress = progress;
        this.catalog = catalog;
        this.provisionalAccess = provisionalAccess;
        this.ratings = ratings;
        this.userItemState = userItemState;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/user/progress/collected.json/{apikey}/{username}/{title?}/{sort?}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> response(call, ProgressBasis.COLLECTED));
        v1.get(
                "/user/progress/watched.json/{apikey}/{username}/{title?}/{sort?}/{extended?}",
                OPTIONAL,
                ONE_USER,
                call -> response(call, ProgressBasis.WATCHED));
    }

    // GET user/progress/collected, GET user/progress/watched

    private Response response(Call<NoBody> call, ProgressBasis basis) {
        V1Extended extended = V1Extended.ofNewer(call.argument("extended"));
        List<ShowProgress> shows = users.view(call, ProfileSection.PROGRESS)
                .map(profile -> requested(call, profile, basis))
                .orElse(List.of());
        return StreamedJsonArray.array(order(call).sort(shows), page -> toJson(call, page, extended));
    }

    private List<ShowProgress> requested(Call<NoBody> call, ProfileView profile, ProgressBasis basis) {
        String title = call.argument("title").orElse("all");
        return title.equals("all")
                ? progress.ofAll(profile, basis)
                : progress.of(profile, basis, requestedShows(profile, title));
    }

    /// One or several shows, by slug or id. In a list, unknown ones are ignored. A caller who may see the data
    /// of a user may name all shows in it.
    private List<ShowId> requestedShows(ProfileView profile, String titles) {
        Viewer owner = new Viewer(profile.owner());
        List<ShowId> requested = Arrays.stream(titles.split(","))
                .distinct()
                .limit(MAX_REQUESTED)
                .flatMap(title -> provisionalAccess.show(owner, V1PathItem.show(title.strip())).stream())
                .map(Show::id)
                .distinct()
                .toList();
        if (requested.isEmpty()) {
            throw new ProblemException(new Problem.NotFound("show"));
        }
        return requested;
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

    private List<JsonObject> toJson(Call<NoBody> call, List<ShowProgress> page, V1Extended extended) {
        V1Links links = new V1Links(call.base());
        List<ShowId> shows = page.stream().map(entry -> entry.show().id()).toList();
        RatingTotalsMap totals = extended == V1Extended.FULL ? ratings.totals(shows) : RatingTotalsMap.EMPTY;
        V1UserItemState.Page own = userItemState.of(call.caller(), shows);
        Map<EpisodeId, Episode> next = catalog.episodes(page.stream()
                .flatMap(entry -> Stream.ofNullable(entry.next()))
                .map(EpisodeSlot::id)
                .toList());
        return page.stream()
                .map(entry -> V1Progress.of(
                        entry,
                        own.addRating(
                                V1Show.of(entry.show(), extended, links, totals(totals, entry.show())),
                                entry.show().id()),
                        entry.next() == null ? null : next.get(entry.next().id()),
                        links))
                .toList();
    }

    private static RatingTotals totals(RatingTotalsMap totals, Show show) {
        return totals.of(show.id());
    }
}
