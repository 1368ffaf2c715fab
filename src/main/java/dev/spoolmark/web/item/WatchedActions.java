package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayAdditions.Added;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.Watchable;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The forms that add and delete plays. Each leads back to its page, which offers to undo the change.
final class WatchedActions {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final int MAX_NUMBER = 99_999;

    /// Names of notices.
    static final String NOT_AIRED = "warn_not_aired";

    static final String WATCHED_BEFORE = "warn_watched_before";

    private final ItemPageFeatures features;
    private final TrackedItems items;
    private final PlayAdditions plays;

    WatchedActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
        this.plays = features.plays();
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
        };
    }

    /// Carries out the form.
    ///
    /// @throws ProblemException with `NotFound` if the user may not see the item, `TooMany` beyond the quota
    WatchedResult carryOut(PageRequest request, WatchedClick click) {
        WatchedWhen when = WatchedWhen.of(request.form());
        Instant stated = null;
        if (when == WatchedWhen.DATE) {
            stated = WatchedWhen.instant(request).filter(this::isPossible).orElse(null);
            if (stated == null) {
                return new WatchedResult.Nothing("warn_date");
            }
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
                        ? several(request, guide, EpisodeSelection.upTo(guide, episode, at), click, when, stated)
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

    private boolean isPossible(Instant at) {
        return at.isAfter(EARLIEST) && !ClockSkew.isAhead(at, now());
    }

    private WatchedResult movie(
            PageRequest request, Movie movie, WatchedClick click, WatchedWhen when, @Nullable Instant stated) {
        Watchable item = Watchable.of(movie.id());
        LocalDate released = movie.facts().released();
        Instant aired =
                released == null ? null : midday(released, request.formats().zone());
        boolean wasListed = isListed(request, movie.id());
        return added(movie.id(), wasListed, add(request, item, movie.length(), click, when, stated, aired));
    }

    private WatchedResult episode(
            PageRequest request,
            ShowGuide guide,
            EpisodeSummary episode,
            WatchedClick click,
            WatchedWhen when,
            @Nullable Instant stated) {
        Watchable item = Watchable.of(episode.id(), guide.show().id());
        Optional<Duration> length = length(guide, episode.id());
        Instant aired = airTime(episode, request.formats().zone());
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
            @Nullable Instant stated,
            @Nullable Instant aired) {
        UserId user = request.account().id();
        return switch (when) {
            case NOW ->
                Optional.of(
                        click.at() == null
                                ? plays.watchedNow(user, item, length.orElse(null), click.key())
                                : plays.watchedAt(user, item, click.at(), length.orElse(null), click.key()));
            case DATE -> Optional.of(plays.watchedAt(user, item, stated, length.orElse(null), click.key()));
            case UNKNOWN -> Optional.of(plays.watchedAt(user, item, null, null, click.key()));
            case AIRED ->
                aired == null || !isPossible(aired)
                        ? Optional.empty()
                        : Optional.of(plays.watchedAt(user, item, aired, length.orElse(null), click.key()));
        };
    }

    /// Episodes that were watched in the current run keep their plays. Those of an earlier run get a further play.
    private WatchedResult several(
            PageRequest request,
            ShowGuide guide,
            List<EpisodeSummary> episodes,
            WatchedClick click,
            WatchedWhen when,
            @Nullable Instant stated) {
        if (episodes.isEmpty() && isSelection(request)) {
            return new WatchedResult.Nothing("warn_nothing_selected");
        }
        ZoneId zone = request.formats().zone();
        Instant now = click.atOr(now());
        List<MarkedWatched> marks = episodes.stream()
                .map(episode -> MarkedWatched.once(
                        Watchable.of(episode.id(), guide.show().id()),
                        switch (when) {
                            case NOW -> now;
                            case DATE -> stated;
                            case AIRED -> Objects.requireNonNullElse(airTime(episode, zone), now);
                            case UNKNOWN -> null;
                        }))
                .toList();
        ItemDetail detail = features.detail(
                request.account(), guide.show().id(), guide.show().id());
        Predicate<MarkedWatched> isAgain = mark -> mark.item().id() instanceof EpisodeId episode
                && detail.mark(episode).plays() > 0
                && !detail.mark(episode).isWatched();
        return added(
                guide.show().id(),
                false,
                Optional.of(plays.markWatched(
                        request.account().id(),
                        marks.stream().filter(Predicate.not(isAgain)).toList(),
                        marks.stream().filter(isAgain).toList(),
                        click.key())));
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

    private static @Nullable Instant airTime(EpisodeSummary episode, ZoneId zone) {
        Instant at = episode.airsAt();
        LocalDate day = episode.airDate();
        return at != null ? at : day == null ? null : midday(day, zone);
    }

    private static Instant midday(LocalDate day, ZoneId zone) {
        return day.atTime(WatchedWhen.MIDDAY).atZone(zone).toInstant();
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
                        new UndoToken(
                                Change.DELETED,
                                play.item().id(),
                                play.watchedAt(),
                                play.action().number())))
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
