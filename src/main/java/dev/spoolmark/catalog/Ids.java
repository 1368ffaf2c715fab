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

/// What others call an item: at most one id from each. What is not well formed counts as absent.
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

    /// These ids and the newer ones, which fill gaps and correct what stands. To fill gaps only, merge the other
    /// way.
    public Ids merge(Ids newer) {
        return new Ids(
                FactMerge.newer(imdb, newer.imdb),
                FactMerge.newer(tvdb, newer.tvdb),
                FactMerge.newer(tmdb, newer.tmdb),
                FactMerge.newer(tvrage, newer.tvrage),
                FactMerge.newer(tvmaze, newer.tvmaze));
    }

    /// Those of providers who give no id in `standing`.
    public Ids missingFrom(Ids existing) {
        return new Ids(
                existing.imdb == null ? imdb : null,
                existing.tvdb == null ? tvdb : null,
                existing.tmdb == null ? tmdb : null,
                existing.tvrage == null ? tvrage : null,
                existing.tvmaze == null ? tvmaze : null);
    }

    /// Whether anybody but IMDb knows it.
    public boolean isKnownBeyondImdb() {
        return tvdb != null || tmdb != null || tvrage != null || tvmaze != null;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// Whether somebody gives the two different ids, so that they cannot be one item.
    public boolean conflictsWith(Ids other) {
        return !merge(other).equals(other.merge(this));
    }

    /// Whether the two are ids of two things: somebody gives them different ones, and nobody the same.
    public boolean isDifferentItem(Ids other) {
        return conflictsWith(other)
                && Arrays.stream(Provider.values())
                        .noneMatch(
                                provider -> of(provider) != null && Objects.equals(of(provider), other.of(provider)));
    }

    public boolean sharesTvmaze(Ids other) {
        return tvmaze != null && tvmaze.equals(other.tvmaze);
    }

    /// The ids in the order in which an item of this kind is looked for.
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

    /// The IMDb id of an item of this kind, if there is one.
    public List<String> imdbOf(Kind kind) {
        return imdb != null && isImdbOf(kind) ? List.of(imdb) : List.of();
    }

    /// @return these ids without the IMDb id of a person
    Ids ofTitle() {
        return imdb != null && InputCleaner.isImdbOfPerson(imdb) ? new Ids(null, tvdb, tmdb, tvrage, tvmaze) : this;
    }

    public Ids withoutImdb(Set<String> those) {
        return imdb != null && those.contains(imdb) ? new Ids(null, tvdb, tmdb, tvrage, tvmaze) : this;
    }

    /// IMDb counts people apart from titles.
    private boolean isImdbOf(Kind kind) {
        return imdb != null && InputCleaner.isImdbOfPerson(imdb) == (kind == Kind.PERSON);
    }

    public static Ids of(List<ExternalId> ids) {
        return of(ids.stream().collect(Collectors.toMap(ExternalId::provider, ExternalId::value)));
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
