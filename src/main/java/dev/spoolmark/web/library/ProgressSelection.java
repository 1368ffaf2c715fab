package dev.spoolmark.web.library;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.home.ShuffleSeed;
import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.library.LeftOrders.LeftShow;
import dev.spoolmark.web.library.ProgressQuery.Position;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Selects the shows of one page of the progress. Pinned shows are on the first page, above the others. Except by what
/// is left, only as many shows are calculated as a page may need.
final class ProgressSelection {

    static final int PAGE_SIZE = 30;

    /// Shows that are calculated for one page when finished ones are hidden. If most of them are finished and hidden,
    /// the page is shorter.
    private static final int MAX_CALCULATED = 150;

    static final Comparator<Position> ASCENDING =
            Comparator.comparingLong(Position::key).thenComparingLong(Position::show);
    private static final Comparator<StartedShow> BY_PIN = Comparator.comparingLong((StartedShow show) ->
                    show.pinnedAt() == null ? 0 : show.pinnedAt().toEpochMilli())
            .thenComparingLong(show -> show.show().value());

    private final UpNext upNext;
    private final Catalog catalog;
    private final LeftOrders orders;

    ProgressSelection(UpNext upNext, Catalog catalog, InstantSource clock) {
        this.upNext = upNext;
        this.catalog = catalog;
        this.orders = new LeftOrders(upNext, clock);
    }

    /// A show of a page.
    record SelectedShow(StartedShow started, UpNextShow show) {}

    /// @param next where the next page begins, if there is one
    record Selected(List<SelectedShow> shows, Optional<Position> next) {}

    Selected select(ProfileView self, ProgressQuery query) {
        List<StartedShow> shows =
                upNext.started(self).stream().filter(query.tab()::has).toList();
        List<StartedShow> ordered = ordered(query, shows);
        List<StartedShow> pinned = query.after().isPresent()
                ? List.of()
                : ordered.stream().filter(StartedShow::isPinned).sorted(BY_PIN).toList();
        List<StartedShow> others =
                ordered.stream().filter(Predicate.not(StartedShow::isPinned)).toList();
        return query.sort().needsAll()
                ? byWhatIsLeft(self, query, pinned, others)
                : inOrder(self, query, pinned, others);
    }

    /// The shows with the text in their title, in the order of the page, as far as it does not follow from what is
    /// left.
    private List<StartedShow> ordered(ProgressQuery query, List<StartedShow> shows) {
        boolean isByName = query.sort() == ProgressSort.NAME;
        List<StartedShow> found = shows;
        if (isByName || !query.text().isEmpty()) {
            Map<ShowId, StartedShow> byShow = new LinkedHashMap<>();
            shows.forEach(show -> byShow.put(show.show(), show));
            List<ShowId> titled = catalog.showsByTitle(byShow.keySet(), query.text());
            List<StartedShow> byName = titled.stream()
                    .flatMap(show -> Stream.ofNullable(byShow.get(show)))
                    .toList();
            found = isByName
                    ? byName
                    : shows.stream().filter(Set.copyOf(byName)::contains).toList();
        }
        ShuffleSeed seed = query.seed().orElse(new ShuffleSeed(0));
        return query.sort() == ProgressSort.SHUFFLE
                ? found.stream()
                        .sorted(Comparator.comparing(
                                show -> new Position(
                                        seed.key(show.show().value()),
                                        show.show().value()),
                                ASCENDING))
                        .toList()
                : found;
    }

    private List<SelectedShow> calculated(ProfileView self, ProgressQuery query, List<StartedShow> shows) {
        Map<ShowId, StartedShow> byShow = new HashMap<>();
        shows.forEach(show -> byShow.put(show.show(), show));
        return upNext.of(self, shows.stream().map(StartedShow::show).toList()).stream()
                .filter(show -> !query.hidesFinished() || show.next() != null)
                .flatMap(show -> Stream.ofNullable(
                                byShow.get(show.progress().show().id()))
                        .map(started -> new SelectedShow(started, show)))
                .toList();
    }

    private Selected byWhatIsLeft(
            ProfileView self, ProgressQuery query, List<StartedShow> pinned, List<StartedShow> others) {
        Position after = query.after().orElse(new Position(-1, 0));
        List<LeftShow> rest = orders.of(self, query.sort(), others).stream()
                .filter(show -> !query.hidesFinished() || !show.finished())
                .filter(show -> ASCENDING.compare(show.position(), after) > 0)
                .limit(PAGE_SIZE + 1L)
                .toList();
        List<LeftShow> page = rest.subList(0, Math.min(PAGE_SIZE, rest.size()));
        List<StartedShow> shown = page.stream().map(LeftShow::started).toList();
        return new Selected(
                calculated(self, query, both(pinned, shown)),
                rest.size() > page.size() ? Optional.of(page.getLast().position()) : Optional.empty());
    }

    private static List<SelectedShow> pinned(List<SelectedShow> shows) {
        return shows.stream().filter(show -> show.started().isPinned()).toList();
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Selected inOrder(
            ProfileView self, ProgressQuery query, List<StartedShow> pinned, List<StartedShow> ordered) {
        List<StartedShow> rest = ordered.subList(start(query, ordered), ordered.size());
        int calculations = query.hidesFinished() ? MAX_CALCULATED : PAGE_SIZE;
        List<StartedShow> candidates = rest.subList(0, Math.min(calculations, rest.size()));
        List<SelectedShow> all = calculated(self, query, both(pinned, candidates));
        List<SelectedShow> page = all.stream()
                .filter(show -> !show.started().isPinned())
                .limit(PAGE_SIZE)
                .toList();
        StartedShow last = page.size() == PAGE_SIZE
                ? page.getLast().started()
                : candidates.isEmpty() ? null : candidates.getLast();
        return new Selected(
                both(pinned(all), page),
                last != null && rest.indexOf(last) < rest.size() - 1
                        ? Optional.of(new Position(key(query, last), last.show().value()))
                        : Optional.empty());
    }

    /// The index of the first show of the page. Where shows are sorted by name the position names a show; if the user
    /// has dropped it since, the list begins again.
    private static int start(ProgressQuery query, List<StartedShow> ordered) {
        if (query.after().isEmpty()) {
            return 0;
        }
        Position after = query.after().get();
        int start = 0;
        if (query.sort() == ProgressSort.NAME) {
            while (start < ordered.size() && ordered.get(start).show().value() != after.show()) {
                start++;
            }
            return start < ordered.size() ? start + 1 : 0;
        }
        Comparator<Position> order = query.sort() == ProgressSort.SHUFFLE ? ASCENDING : ASCENDING.reversed();
        while (start < ordered.size() && order.compare(place(query, ordered.get(start)), after) <= 0) {
            start++;
        }
        return start;
    }

    private static Position place(ProgressQuery query, StartedShow show) {
        return new Position(key(query, show), show.show().value());
    }

    private static long key(ProgressQuery query, StartedShow show) {
        return switch (query.sort()) {
            case LAST -> show.millis();
            case SHUFFLE ->
                query.seed().orElse(new ShuffleSeed(0)).key(show.show().value());
            case NAME, EPISODES, TIME -> 0;
        };
    }
}
