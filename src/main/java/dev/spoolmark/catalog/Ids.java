package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.core.AsciiNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// External ids of an item, at most one from each provider. A malformed id counts as absent.
public record Ids(
        @Nullable String imdb,
        @Nullable Long tvdb,
        @Nullable Long tmdb,
        @Nullable Long tvrage,
        @Nullable Long tvmaze) {

    public static final Ids NONE = new Ids(null, null, null, null, null);

    public Ids {
        imdb = InputCleaner.imdbOfAny(imdb);
        tvdb = InputCleaner.id(tvdb);
        tmdb = InputCleaner.id(tmdb);
        tvrage = InputCleaner.id(tvrage);
        tvmaze = InputCleaner.id(tvmaze);
    }

    public static Ids ofImdb(String imdb) {
        return new Ids(imdb, null, null, null, null);
    }

    public static Ids ofTvdb(long tvdb) {
        return new Ids(null, tvdb, null, null, null);
    }

    public static Ids ofTmdb(long tmdb) {
        return new Ids(null, null, tmdb, null, null);
    }

    public static Ids ofTvmaze(long tvmaze) {
        return new Ids(null, null, null, null, tvmaze);
    }

    /// @return these ids, completed and corrected by the newer ones; to fill gaps only, merge the other way
    ///     round
    public Ids merge(Ids newer) {
        return new Ids(
                FactMerge.newer(imdb, newer.imdb),
                FactMerge.newer(tvdb, newer.tvdb),
                FactMerge.newer(tmdb, newer.tmdb),
                FactMerge.newer(tvrage, newer.tvrage),
                FactMerge.newer(tvmaze, newer.tvmaze));
    }

    /// @return the ids of providers that have no id in `existing`
    public Ids missingFrom(Ids existing) {
        return new Ids(
                existing.imdb == null ? imdb : null,
                existing.tvdb == null ? tvdb : null,
                existing.tmdb == null ? tmdb : null,
                existing.tvrage == null ? tvrage : null,
                existing.tvmaze == null ? tvmaze : null);
    }

    /// @return whether there is an id of a provider other than IMDb
    public boolean isKnownBeyondImdb() {
        return tvdb != null || tmdb != null || tvrage != null || tvmaze != null;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// @return whether a provider has two different ids for them, so that they cannot be one item
    public boolean conflictsWith(Ids other) {
        return !merge(other).equals(other.merge(this));
    }

    /// @return whether they are different items: some provider has different ids for them, and none the same
    ///     id
    public boolean isDifferentItem(Ids other) {
        return conflictsWith(other)
                && Arrays.stream(Provider.values())
                        .noneMatch(
                                provider -> of(provider) != null && Objects.equals(of(provider), other.of(provider)));
    }

    public boolean sharesTvmaze(Ids other) {
        return tvmaze != null && tvmaze.equals(other.tvmaze);
    }

    /// @return the ids in the order in which an item of this kind is searched
    public List<ExternalId> externalIds(Kind kind) {
        List<ExternalId> ids = new ArrayList<>(2);
        for (Provider provider : Provider.inOrderFor(kind)) {
            Object id = of(provider);
            if (id != null && (provider != Provider.IMDB || isImdbOf(kind))) {
                ids.add(new ExternalId(provider, id.toString()));
            }
        }
        return ids;
    }

    /// @return the IMDb id if it is one of this kind
    public List<String> imdbOf(Kind kind) {
        return imdb != null && isImdbOf(kind) ? List.of(imdb) : List.of();
    }

    /// @return these ids without the IMDb id of a person
    Ids ofTitle() {
        return imdb != null && InputCleaner.isImdbOfPerson(imdb) ? new Ids(null, tvdb, tmdb, tvrage, tvmaze) : this;
    }

    public Ids withoutImdb(Set<String> imdbIds) {
        return imdb != null && imdbIds.contains(imdb) ? new Ids(null, tvdb, tmdb, tvrage, tvmaze) : this;
    }

    /// IMDb numbers people and titles separately.
    private boolean isImdbOf(Kind kind) {
        return imdb != null && InputCleaner.isImdbOfPerson(imdb) == (kind == Kind.PERSON);
    }

    public static Ids of(List<ExternalId> ids) {
        return of(ids.stream().collect(Collectors.toMap(ExternalId::provider, ExternalId::value)));
    }

    /// Parses `imdb:tt0372784 tmdb:272`, the format of the queries.
    static Ids parse(@Nullable String joined) {
        if (joined == null) {
            return NONE;
        }
        Map<Provider, String> found = new EnumMap<>(Provider.class);
        for (String pair : joined.split(" ", -1)) {
            int colon = pair.indexOf(':');
            found.put(Provider.of(pair.substring(0, colon)), pair.substring(colon + 1));
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

    private @Nullable Object of(Provider provider) {
        return switch (provider) {
            case IMDB -> imdb;
            case TVDB -> tvdb;
            case TMDB -> tmdb;
            case TVRAGE -> tvrage;
            case TVMAZE -> tvmaze;
        };
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : AsciiNumber.parseLong(digits);
    }
}
