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

    static final Comparator<TitleFacts> BY_KEY =
            Comparator.<TitleFacts>comparingInt(title -> title.kind).thenComparingLong(title -> title.id);

    private static final Comparator<TitleFacts> MOST_PLAYS = Comparator.<TitleFacts>comparingInt(title -> title.plays)
            .thenComparingLong(title -> title.minutes)
            .reversed()
            .thenComparingLong(title -> title.id);

    /// Without the minutes, which change with the catalog.
    private static final Comparator<TitleFacts> MOST_PLAYS_BY_KEY =
            Comparator.<TitleFacts>comparingInt(title -> title.plays).reversed().thenComparing(BY_KEY);

    private final int kind;
    private final long id;
    private final @Nullable Integer year;
    private final @Nullable Integer runtime;
    private final @Nullable String country;
    private List<String> genres = List.of();
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

    /// The same title with no plays.
    TitleFacts withoutPlays() {
        TitleFacts title = new TitleFacts(kind, id, year, runtime, country);
        title.genres = genres;
        return title;
    }

    int kind() {
        return kind;
    }

    long id() {
        return id;
    }

    @Nullable
    Integer year() {
        return year;
    }

    @Nullable
    Integer runtime() {
        return runtime;
    }

    @Nullable
    String country() {
        return country;
    }

    List<String> genres() {
        return genres;
    }

    void setGenres(List<String> all) {
        genres = List.copyOf(all);
    }

    int plays() {
        return plays;
    }

    long minutes() {
        return minutes;
    }

    boolean isMovie() {
        return kind == Kind.MOVIE.number();
    }

    void add(int morePlays, long moreMinutes) {
        plays += morePlays;
        minutes += moreMinutes;
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

    /// Those with the most plays.
    static List<TitleFacts> most(Collection<TitleFacts> titles, int limit) {
        return titles.stream()
                .filter(title -> title.plays > 0)
                .sorted(MOST_PLAYS_BY_KEY)
                .limit(limit)
                .toList();
    }

    static List<NameCount> genres(Collection<TitleFacts> titles, int limit) {
        NameCounts counts = new NameCounts();
        titles.forEach(title -> title.genres.forEach(genre -> title.addTo(counts, genre)));
        return counts.most(limit);
    }

    static List<NameCount> countries(Collection<TitleFacts> titles, int limit) {
        NameCounts counts = new NameCounts();
        titles.forEach(title -> title.addTo(counts, title.country));
        return counts.most(limit);
    }

    /// In the order of time.
    static List<NameCount> decades(Collection<TitleFacts> titles) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (TitleFacts title : titles) {
            if (title.year != null && title.plays > 0) {
                int[] count =
                        counts.computeIfAbsent(title.year - Math.floorMod(title.year, YEARS_A_DECADE), _ -> new int[2]);
                count[0] += title.plays;
                count[1]++;
            }
        }
        List<NameCount> decades = new ArrayList<>();
        counts.forEach((decade, count) -> decades.add(new NameCount(Integer.toString(decade), count[0], count[1])));
        decades.sort(Comparator.comparing(NameCount::name));
        return decades;
    }

    private void addTo(NameCounts counts, @Nullable String name) {
        if (name != null && plays > 0) {
            counts.add(name, plays);
        }
    }
}
