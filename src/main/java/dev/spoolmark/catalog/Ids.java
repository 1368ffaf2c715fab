package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What others call an item: at most one id from each. What is not well formed counts as absent.
public record Ids(
        @Nullable String imdb,
        @Nullable Long tvdb,
        @Nullable Long tmdb,
        @Nullable Long tvrage,
        @Nullable Long tvmaze) {

    public static final Ids NONE = new Ids(null, null, null, null, null);

    public Ids {
        imdb = Given.imdb(imdb);
        tvdb = Given.id(tvdb);
        tmdb = Given.id(tmdb);
        tvrage = Given.id(tvrage);
        tvmaze = Given.id(tvmaze);
    }

    public static Ids ofTvdb(long tvdb) {
        return new Ids(null, tvdb, null, null, null);
    }

    public static Ids ofTvmaze(long tvmaze) {
        return new Ids(null, null, null, null, tvmaze);
    }

    /// These ids and the newer ones, which fill gaps and correct what stands. To fill gaps only, merge the other way.
    public Ids merge(Ids newer) {
        if (newer.equals(NONE)) {
            return this;
        }
        Map<Provider, String> merged = byProvider();
        merged.putAll(newer.byProvider());
        return of(merged);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Whether somebody gives the two different ids, so that they cannot be one item.
    boolean contradicts(Ids other) {
        Map<Provider, String> theirs = other.byProvider();
        return byProvider().entrySet().stream()
                .anyMatch(mine -> !mine.getValue().equals(theirs.getOrDefault(mine.getKey(), mine.getValue())));
    }

    /// The ids in the order in which an item of this kind is looked for.
    List<ForeignId> foreign(Kind kind) {
        Map<Provider, String> all = byProvider();
        return Provider.inOrderFor(kind).stream()
                .filter(all::containsKey)
                .map(provider -> new ForeignId(provider, all.getOrDefault(provider, "")))
                .toList();
    }

    static Ids of(List<ForeignId> ids) {
        return of(ids.stream().collect(Collectors.toMap(ForeignId::provider, ForeignId::value)));
    }

    /// Reads `imdb:tt0372784 tmdb:272`, as the queries put it together.
    static Ids parse(@Nullable String joined) {
        if (joined == null) {
            return NONE;
        }
        Map<Provider, String> found = new EnumMap<>(Provider.class);
        for (String one : joined.split(" ", -1)) {
            int colon = one.indexOf(':');
            found.put(Provider.of(one.substring(0, colon)), one.substring(colon + 1));
        }
        return of(found);
    }

    private static Ids of(Map<Provider, String> ids) {
        return new Ids(
                ids.get(Provider.IMDB),
                number(ids.get(Provider.TVDB)),
                number(ids.get(Provider.TMDB)),
                number(ids.get(Provider.TVRAGE)),
                number(ids.get(Provider.TVMAZE)));
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    private Map<Provider, String> byProvider() {
        Map<Provider, String> ids = new EnumMap<>(Provider.class);
        put(ids, Provider.IMDB, imdb);
        put(ids, Provider.TVDB, tvdb);
        put(ids, Provider.TMDB, tmdb);
        put(ids, Provider.TVRAGE, tvrage);
        put(ids, Provider.TVMAZE, tvmaze);
        return ids;
    }

    private static void put(Map<Provider, String> ids, Provider provider, @Nullable Object id) {
        if (id != null) {
            ids.put(provider, id.toString());
        }
    }
}
