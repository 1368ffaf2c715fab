package dev.spoolmark.stats.viewing;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A movie or show with what the catalog knows of it, and its plays, which are counted here.
final class TitleFacts {

    private static final int YEARS_A_DECADE = 10;

    private static final Comparator<TitleFacts> MOST_PLAYS = Comparator.<TitleFacts>comparingInt(title -> title.plays)
            .thenComparingLong(title -> title.minutes)
            .reversed()
            .thenComparingLong(title -> title.id);

    private static final Comparator<NameCount> MOST_PLAYED = Comparator.comparingInt(NameCount::plays)
            .thenComparingInt(NameCount::titles)
            .reversed()
            .thenComparing(NameCount::name);

    private final int kind;
    private final long id;
    private final @Nullable Integer year;
    private final @Nullable Integer runtime;
    private final @Nullable String country;
    private int plays;
    private long minutes;

    /// @param kind 1 movie, 2 show
    /// @param runtime in minutes; of a show that of its episodes
    TitleFacts(int kind, long id, @Nullable Integer year, @Nullable Integer runtime, @Nullable String country) {
        this.kind = kind;
        this.id = id;
        this.year = year;
        this.runtime = runtime;
        this.country = country;
    }

    /// A title that is not in the catalog.
    static TitleFacts unknown(PlayRow play) {
        int kind = play.kind() == Kind.MOVIE.number() ? Kind.MOVIE.number() : Kind.SHOW.number();
        return new TitleFacts(kind, play.title(), null, null, null);
    }

    long id() {
        return id;
    }

    @Nullable
    Integer runtime() {
        return runtime;
    }

    void add(int playMinutes) {
        plays++;
        minutes += playMinutes;
    }

    static int count(Collection<TitleFacts> titles, Kind kind) {
        return (int) titles.stream()
                .filter(title -> title.kind == kind.number() && title.plays > 0)
                .count();
    }

    /// Those of a kind with the most plays; of as many plays, with the most minutes.
    static List<TitleCount> top(Collection<TitleFacts> titles, Kind kind, int limit) {
        return titles.stream()
                .filter(title -> title.kind == kind.number() && title.plays > 0)
                .sorted(MOST_PLAYS)
                .limit(limit)
                .map(title -> new TitleCount(MediaId.of(kind, title.id), new PlayCount(title.plays, title.minutes)))
                .toList();
    }

    static List<NameCount> countries(Collection<TitleFacts> titles, int limit) {
        Map<String, NameCount> counts = new HashMap<>();
        titles.forEach(title -> title.addTo(counts, title.country));
        return counts.values().stream().sorted(MOST_PLAYED).limit(limit).toList();
    }

    /// In the order of time.
    static List<NameCount> decades(Collection<TitleFacts> titles) {
        Map<String, NameCount> counts = new HashMap<>();
        titles.forEach(title -> title.addTo(counts, title.decade()));
        List<NameCount> sorted = new ArrayList<>(counts.values());
        sorted.sort(Comparator.comparing(NameCount::name));
        return sorted;
    }

    private @Nullable String decade() {
        return year == null ? null : Integer.toString(year - Math.floorMod(year, YEARS_A_DECADE));
    }

    private void addTo(Map<String, NameCount> counts, @Nullable String name) {
        if (name != null && plays > 0) {
            counts.merge(
                    name,
                    new NameCount(name, plays, 1),
                    (one, other) -> new NameCount(name, one.plays() + other.plays(), one.titles() + other.titles()));
        }
    }
}
