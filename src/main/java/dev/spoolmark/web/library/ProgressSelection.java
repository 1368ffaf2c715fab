package dev.spoolmark.web.library;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.progress.ShowProgress;
import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.library.ProgressQuery.Position;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Selects the shows of one page of the progress. By last play and by name, only as many shows are calculated as a
/// page may need.
final class ProgressSelection {

    static final int PAGE_SIZE = 30;

    /// Shows that are calculated for one page when finished ones are hidden. If most of them are finished and hidden,
    /// the page is shorter.
    private static final int MAX_CALCULATED = 150;

    private final Progress progress;
    private final Catalog catalog;

    ProgressSelection(Progress progress, Catalog catalog) {
        this.progress = progress;
        this.catalog = catalog;
    }

    /// @param next where the next page begins, if there is one
    record Selected(List<ShowProgress> shows, Optional<Position> next) {}

    Selected select(ProfileView profile, ProgressQuery query) {
        List<StartedShow> started = progress.allStarted(profile).stream()
                .filter(show -> show.hidden() == query.dropped())
                .toList();
        return query.sort().needsAll() ? byWhatIsLeft(profile, query, started) : inOrder(profile, query, started);
    }

    private Selected byWhatIsLeft(ProfileView profile, ProgressQuery query, List<StartedShow> started) {
        Comparator<Position> order = Comparator.comparingLong(Position::key).thenComparingLong(Position::show);
        Position after = query.after().orElse(new Position(-1, 0));
        List<ShowProgress> shows = progress
                .watched(profile, started.stream().map(StartedShow::show).toList())
                .stream()
                .filter(show -> isShown(query, show))
                .filter(show -> order.compare(position(query, show), after) > 0)
                .sorted(Comparator.comparing(show -> position(query, show), order))
                .toList();
        List<ShowProgress> page = shows.subList(0, Math.min(PAGE_SIZE, shows.size()));
        return new Selected(
                page, shows.size() > page.size() ? Optional.of(position(query, page.getLast())) : Optional.empty());
    }

    private static Position position(ProgressQuery query, ShowProgress show) {
        return new Position(query.sort().key(show), show.show().id().value());
    }

    private Selected inOrder(ProfileView profile, ProgressQuery query, List<StartedShow> started) {
        List<StartedShow> rest =
                query.sort() == ProgressSort.NAME ? afterByName(started, query) : afterByTime(started, query);
        int calculations = query.hidesFinished() ? MAX_CALCULATED : PAGE_SIZE;
        List<StartedShow> candidates = rest.subList(0, Math.min(calculations, rest.size()));
        Map<ShowId, ShowProgress> calculated = new HashMap<>();
        progress.watched(profile, candidates.stream().map(StartedShow::show).toList())
                .forEach(show -> calculated.put(show.show().id(), show));
        List<StartedShow> shown = candidates.stream()
                .filter(candidate -> Optional.ofNullable(calculated.get(candidate.show()))
                        .filter(show -> isShown(query, show))
                        .isPresent())
                .limit(PAGE_SIZE)
                .toList();
        StartedShow last =
                shown.size() == PAGE_SIZE ? shown.getLast() : candidates.isEmpty() ? null : candidates.getLast();
        return new Selected(
                shown.stream()
                        .map(show -> Objects.requireNonNull(calculated.get(show.show())))
                        .toList(),
                last != null && rest.indexOf(last) < rest.size() - 1
                        ? Optional.of(new Position(key(query, last), last.show().value()))
                        : Optional.empty());
    }

    private static long key(ProgressQuery query, StartedShow show) {
        return query.sort() == ProgressSort.NAME ? 0 : Math.max(0, show.lastPlayMillis());
    }

    private static List<StartedShow> afterByTime(List<StartedShow> started, ProgressQuery query) {
        return started.stream()
                .filter(show -> query.after()
                        .filter(after -> key(query, show) > after.key()
                                || (key(query, show) == after.key()
                                        && show.show().value() >= after.show()))
                        .isEmpty())
                .toList();
    }

    /// The position names a show; if the user has dropped it since, the list begins again.
    private List<StartedShow> afterByName(List<StartedShow> started, ProgressQuery query) {
        Map<ShowId, StartedShow> byShow = new HashMap<>();
        started.forEach(show -> byShow.put(show.show(), show));
        List<ShowId> ordered = catalog.showsByTitle(byShow.keySet());
        int start = query.after()
                .map(after -> ordered.indexOf(new ShowId(after.show())) + 1)
                .orElse(0);
        return ordered.subList(start, ordered.size()).stream()
                .flatMap(show -> Stream.ofNullable(byShow.get(show)))
                .toList();
    }

    private static boolean isShown(ProgressQuery query, ShowProgress show) {
        return !query.hidesFinished() || show.count().remaining() > 0;
    }
}
