package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A field of an item that can be edited. The keys are stored and never change.
public enum FactField {

    /// The title, or the name of a person.
    TITLE(500, Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.PERSON),

    /// Season and number of an episode: `1x05`.
    NUMBER(12, Kind.EPISODE),
    YEAR(4, Kind.MOVIE, Kind.SHOW),
    RELEASED(10, Kind.MOVIE),
    FIRST_AIRED(10, Kind.SHOW),

    /// The date of the broadcast in the zone of the show; the instant follows from it.
    AIR_DATE(10, Kind.EPISODE),
    STATUS(20, Kind.SHOW),
    NETWORK(200, Kind.SHOW),
    COUNTRY(200, Kind.SHOW),
    TIME_ZONE(60, Kind.SHOW),

    /// In minutes.
    RUNTIME(6, Kind.MOVIE, Kind.SHOW, Kind.EPISODE),
    CERTIFICATION(40, Kind.MOVIE, Kind.SHOW),
    TAGLINE(1_000, Kind.MOVIE),

    /// The overview, or the biography of a person.
    OVERVIEW(20_000, Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.PERSON),
    TRAILER(500, Kind.MOVIE),

    /// Separated by commas.
    GENRES(1_000, Kind.MOVIE, Kind.SHOW),
    BIRTHDAY(10, Kind.PERSON),
    BIRTHPLACE(200, Kind.PERSON),
    IMDB(20, Kind.MOVIE, Kind.SHOW, Kind.EPISODE, Kind.PERSON),
    TMDB(16, Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE, Kind.PERSON),
    TVDB(16, Kind.SHOW, Kind.SEASON, Kind.EPISODE),
    TVMAZE(16, Kind.SHOW, Kind.SEASON, Kind.EPISODE);

    private static final Set<FactField> IDS = EnumSet.of(IMDB, TMDB, TVDB, TVMAZE);

    private final int longest;

    /// A bit for the number of each kind.
    private final int kinds;

    FactField(int longest, Kind... kinds) {
        this.longest = longest;
        int bits = 0;
        for (Kind kind : kinds) {
            bits |= 1 << kind.number();
        }
        this.kinds = bits;
    }

    /// The fields of items of this kind, in the order of forms.
    public static List<FactField> of(Kind kind) {
        return Arrays.stream(values())
                .filter(field -> (field.kinds & (1 << kind.number())) != 0)
                .toList();
    }

    /// The field with this key.
    public static Optional<FactField> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /// The name in the database and in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Largest number of characters (Unicode code points).
    public int longest() {
        return longest;
    }

    /// Whether it is an id at a provider; the key is that of the provider.
    public boolean isId() {
        return IDS.contains(this);
    }
}
