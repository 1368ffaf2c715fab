package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayAdditions.Added;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.http.Response;
import dev.spoolmark.idempotency.IdempotencyKey;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import dev.spoolmark.web.UndoToken.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The forms that add and delete plays. Each leads back to its page, which offers to undo the change.
final class WatchedActions {

    private static final int MAX_NUMBER = 99_999;

    /// Names of notices.
    static final String NOT_AIRED = "warn_not_aired";

    static final String WATCHED_BEFORE = "warn_watched_before";

    private final ItemPageFeatures features;
    private final TrackedItems items;
    private final PlayAdditions plays;
    private final PlayOffers offers;

    WatchedActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
        this.plays = features.plays();
        this.offers = new PlayOffers(features);
    }

    void declare(PageRoutes routes) {
        routes.post("/track/watched", PageAccess.SIGNED_IN, request -> request.waiting(() -> watched(request)))
                .post("/track/plays/delete", PageAccess.SIGNED_IN, request -> request.waiting(() -> delete(request)));
    }

    private Response watched(PageRequest request) {
        IdempotencyKey key = IdempotencyKey.parse(request.form().text("key")).orElse(null);
        return switch (carryOut(request, new WatchedClick(null, key))) {
            case WatchedResult.Added(UndoToken undo) -> ReturnPath.withUndo(request, undo);
            case WatchedResult.Nothing(String notice) -> ReturnPath.withNotice(request, notice);
            case WatchedResult.WrongDate _ -> WatchedDatePage.respond(request);
        };
    }

    /// Carries out the form.
    ///
    /// @throws ProblemException with `NotFound` if the user may not see the item, `TooMany` beyond the quota
    WatchedResult carryOut(PageRequest request, WatchedClick click) {
        WatchedWhen when = WatchedWhen.of(request.form());
        WatchedTime stated = WatchedTime.UNKNOWN;
        if (when == WatchedWhen.DATE) {
            Optional<WatchedTime> date = stated(request);
            if (date.isEmpty()) {
                return new WatchedResult.WrongDate();
            }
            stated = date.get();
        }
        Instant at = click.atOr(now());
        return switch (items.ofForm(request)) {
            case TrackedItem.OfMovie(Movie movie) -> movie(request, movie, click, when, stated);
            case TrackedItem.OfShow(ShowGuide guide) ->
                several(request, guide, EpisodeSelection.ofShow(guide, at), click, when, stated);
            case TrackedItem.OfSeason(ShowGuide guide, var season) ->
                several(request, guide, ofSeason(request, guide, season.number(), at), click, when, stated);
            case TrackedItem.OfEpisode(ShowGuide guide, EpisodeSummary episode) ->
                request.form().text("scope").equals("up_to")
                        ? several(request, guide, upTo(request, guide, episode, at), click, when, stated)
                        : episode(request, guide, episode, click, when, stated);
        };
    }

    /// The episodes that are selected, or everything that has aired.
    private static List<EpisodeSummary> ofSeason(PageRequest request, ShowGuide guide, int season, Instant at) {
        return isSelection(request)
                ? EpisodeSelection.selected(guide, season, request.form().all("select"))
                : EpisodeSelection.ofSeason(guide, season, at);
    }

    private static boolean isSelection(PageRequest request) {
        return request.form().text("scope").equals("selected");
    }

    private List<EpisodeSummary> upTo(PageRequest request, ShowGuide guide, EpisodeSummary episode, Instant at) {
        EpisodeOrder order = features.orders()
                .of(features.access().self(request.account()), guide.show().id());
        return EpisodeSelection.upTo(guide, episode, at, order);
    }

    /// Empty and an error if it cannot be when something was watched.
    private Optional<WatchedTime> stated(PageRequest request) {
        Optional<WatchedTime> stated =
                WatchedWhen.stated(request.form(), request.formats().zone());
        if (stated.isPresent() && !isPossible(request, stated.get())) {
            request.form().error("date", "mark.error.range");
            return Optional.empty();
        }
        return stated;
    }

    /// Whether it is neither before 1900 nor, in the time zone of the user, in the future.
    private boolean isPossible(PageRequest request, WatchedTime time) {
        ZoneId zone = request.formats().zone();
        LocalDate day = time.day(zone);
        return day != null
                && !time.isOutOfRange(now())
                && !time.isAhead(now())
                && !(time.precision().isDate() && day.isAfter(LocalDate.ofInstant(now(), zone)));
    }

    private WatchedResult movie(
            PageRequest request, Movie movie, WatchedClick click, WatchedWhen when, WatchedTime stated) {
        Watchable item = Watchable.of(movie.id());
        LocalDate released = movie.facts().released();
        WatchedTime aired = released == null ? WatchedTime.UNKNOWN : WatchedTime.of(released);
        boolean wasListed = isListed(request, movie.id());
        return added(movie.id(), wasListed, add(request, item, movie.length(), click, when, stated, aired));
    }

    private WatchedResult episode(
            PageRequest request,
            ShowGuide guide,
            EpisodeSummary episode,
            WatchedClick click,
            WatchedWhen when,
            WatchedTime stated) {
        Watchable item = Watchable.of(episode.id(), guide.show().id());
        Optional<Duration> length = length(guide, episode.id());
        WatchedTime aired = airTime(episode);
        boolean wasListed = isListed(request, episode.id());
        return added(episode.id(), wasListed, add(request, item, length, click, when, stated, aired));
    }

    private boolean isListed(PageRequest request, MediaId item) {
        return features.watchlist()
                .since(features.access().self(request.account()), List.of(item))
                .containsKey(item);
    }

    private Optional<Duration> length(ShowGuide guide, EpisodeId id) {
        return Optional.ofNullable(features.catalog().episodes(List.of(id)).get(id))
                .flatMap(episode -> episode.length(guide.show()));
    }

    /// Empty if it has not aired yet, or nobody knows when.
    private Optional<Added> add(
            PageRequest request,
            Watchable item,
            Optional<Duration> length,
            WatchedClick click,
            WatchedWhen when,
            WatchedTime stated,
            WatchedTime aired) {
        UserId user = request.account().id();
        Optional<Added> added = switch (when) {
            case NOW ->
                Optional.of(
                        click.at() == null
                                ? plays.watchedNow(user, item, length.orElse(null), click.key())
                                : plays.watchedAt(
                                        user, item, WatchedTime.of(click.at()), length.orElse(null), click.key()));
            case DATE -> Optional.of(plays.watchedAt(user, item, stated, length.orElse(null), click.key()));
            case UNKNOWN -> Optional.of(plays.watchedAt(user, item, WatchedTime.UNKNOWN, null, click.key()));
            case UNKNOWN_AGAIN -> Optional.of(plays.watchedOnceMore(user, item, onceMore(request, click)));
            case AIRED ->
                !isPossible(request, aired)
                        ? Optional.empty()
                        : Optional.of(plays.watchedAt(user, item, aired, length.orElse(null), click.key()));
        };
        added.filter(found -> found.items() > 0).ifPresent(found -> {
            WatchedTime time = switch (when) {
                case NOW -> WatchedTime.of(click.at() == null ? found.storedAt() : click.at());
                case DATE -> stated;
                case AIRED -> aired;
                case UNKNOWN, UNKNOWN_AGAIN -> WatchedTime.UNKNOWN;
            };
            offers.offer(request, item, time, length.orElse(null), found.storedAt());
        });
        return added;
    }

    /// Episodes that were watched in the current run keep their plays. Those of an earlier run get a further play.
    private WatchedResult several(
            PageRequest request,
            ShowGuide guide,
            List<EpisodeSummary> episodes,
            WatchedClick click,
            WatchedWhen when,
            WatchedTime stated) {
        if (episodes.isEmpty() && isSelection(request)) {
            return new WatchedResult.Nothing("warn_nothing_selected");
        }
        WatchedTime now = WatchedTime.of(click.atOr(now()));
        List<MarkedWatched> marks = episodes.stream()
                .map(episode -> new MarkedWatched(
                        Watchable.of(episode.id(), guide.show().id()),
                        switch (when) {
                            case NOW -> now;
                            case DATE -> stated;
                            case AIRED -> airTime(episode).isUnknown() ? now : airTime(episode);
                            case UNKNOWN, UNKNOWN_AGAIN -> WatchedTime.UNKNOWN;
                        },
                        1))
                .toList();
        ItemDetail detail = features.detail(
                request.account(), guide.show().id(), guide.show().id());
        Predicate<MarkedWatched> isAgain = mark -> mark.item().id() instanceof EpisodeId episode
                && detail.mark(episode).plays() > 0
                && !detail.mark(episode).isWatched();
        Added result = plays.markWatched(
                request.account().id(),
                marks.stream().filter(Predicate.not(isAgain)).toList(),
                marks.stream().filter(isAgain).toList(),
                click.key());
        if (result.items() > 0) {
            offers.offer(request, guide.show(), marks, result.storedAt());
        }
        return added(guide.show().id(), false, Optional.of(result));
    }

    /// @param wasListed whether the item was on the watchlist before
    private static WatchedResult added(MediaId item, boolean wasListed, Optional<Added> result) {
        if (result.isEmpty()) {
            return new WatchedResult.Nothing(NOT_AIRED);
        }
        Added added = result.get();
        if (added.items() == 0) {
            return new WatchedResult.Nothing(WATCHED_BEFORE);
        }
        Change change = wasListed ? Change.WATCHED_LISTED : Change.WATCHED;
        return new WatchedResult.Added(
                new UndoToken(change, item, added.storedAt(), Math.min(added.items(), MAX_NUMBER)));
    }

    private static WatchedTime airTime(EpisodeSummary episode) {
        Instant at = episode.airsAt();
        LocalDate day = episode.airDate();
        return at != null ? WatchedTime.of(at) : day == null ? WatchedTime.UNKNOWN : WatchedTime.of(day);
    }

    /// The key of the page, so that a form that is sent twice adds one play.
    private static @Nullable IdempotencyKey onceMore(PageRequest request, WatchedClick click) {
        return click.key() == null
                ? IdempotencyKey.parse(request.form().text("page")).orElse(null)
                : click.key();
    }

    private Response delete(PageRequest request) {
        Optional<Long> id = ItemFormKeys.id(request.form().text("play"));
        if (id.filter(play -> isProvisional(request, play)).isPresent()) {
            features.history().deletions().delete(request.account().id(), List.of(id.get()));
            return request.redirect("/history");
        }
        Optional<PlayEntry> deleted =
                id.flatMap(play -> plays.delete(request.account().id(), play));
        return deleted.map(play -> ReturnPath.withUndo(
                        request,
                        new UndoToken(Change.DELETED, play.item().id(), play.watchedAt(), DeletedPlayNumber.of(play))))
                .orElseGet(() -> ReturnPath.withNotice(request, "warn_nothing_to_undo"));
    }

    /// The page of a provisional item may be gone without the play. The history then offers to put it back.
    private boolean isProvisional(PageRequest request, long play) {
        return features.history()
                .play(features.access().self(request.account()), play)
                .filter(found -> !features.catalog()
                        .provisional(List.of(found.item().id()))
                        .isEmpty())
                .isPresent();
    }

    private Instant now() {
        return features.clock().instant();
    }
}
