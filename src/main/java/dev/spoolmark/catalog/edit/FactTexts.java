package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facts of items as texts, as [FactValues] reads them.
final class FactTexts {

    private final Map<FactField, String> texts = new EnumMap<>(FactField.class);

    private FactTexts() {}

    static Map<FactField, String> of(Movie movie) {
        var facts = movie.facts();
        return new FactTexts()
                .with(FactField.TITLE, movie.title())
                .with(FactField.YEAR, movie.year())
                .with(FactField.RELEASED, facts.released())
                .with(FactField.RUNTIME, facts.runtime())
                .with(FactField.CERTIFICATION, facts.certification())
                .with(FactField.TAGLINE, facts.tagline())
                .with(FactField.OVERVIEW, facts.overview())
                .with(FactField.TRAILER, facts.trailer())
                .with(FactField.GENRES, joined(facts.genres()))
                .with(FactField.IMDB, movie.ids().imdb())
                .with(FactField.TMDB, movie.ids().tmdb())
                .texts;
    }

    static Map<FactField, String> of(Show show) {
        var facts = show.facts();
        Status status = facts.status();
        return new FactTexts()
                .with(FactField.TITLE, show.title())
                .with(FactField.YEAR, show.year())
                .with(FactField.FIRST_AIRED, facts.firstAired())
                .with(FactField.STATUS, status == null ? null : status.key())
                .with(FactField.NETWORK, facts.broadcast().network())
                .with(FactField.COUNTRY, facts.broadcast().country())
                .with(FactField.TIME_ZONE, facts.broadcast().zone())
                .with(FactField.RUNTIME, facts.runtime())
                .with(FactField.CERTIFICATION, facts.certification())
                .with(FactField.OVERVIEW, facts.overview())
                .with(FactField.GENRES, joined(facts.genres()))
                .with(FactField.IMDB, show.ids().imdb())
                .ids(show.ids())
                .texts;
    }

    static Map<FactField, String> of(Season season) {
        return new FactTexts().ids(season.ids()).texts;
    }

    static Map<FactField, String> of(Episode episode) {
        var facts = episode.facts();
        return new FactTexts()
                .with(FactField.TITLE, facts.title())
                .with(FactField.NUMBER, position(episode))
                .with(FactField.AIR_DATE, facts.airDate())
                .with(FactField.RUNTIME, facts.runtime())
                .with(FactField.OVERVIEW, facts.overview())
                .with(FactField.IMDB, episode.ids().imdb())
                .ids(episode.ids())
                .texts;
    }

    static Map<FactField, String> of(Person person) {
        var facts = person.facts();
        return new FactTexts()
                .with(FactField.TITLE, person.name())
                .with(FactField.OVERVIEW, facts.biography())
                .with(FactField.BIRTHDAY, facts.birthday())
                .with(FactField.BIRTHPLACE, facts.birthplace())
                .with(FactField.IMDB, person.ids().imdb())
                .with(FactField.TMDB, person.ids().tmdb())
                .texts;
    }

    /// `1x05`.
    static String position(Episode episode) {
        return String.format(Locale.ROOT, "%dx%02d", episode.season(), episode.number());
    }

    private FactTexts ids(Ids ids) {
        return with(FactField.TMDB, ids.tmdb()).with(FactField.TVDB, ids.tvdb()).with(FactField.TVMAZE, ids.tvmaze());
    }

    private FactTexts with(FactField field, @Nullable Object value) {
        texts.put(field, value == null ? "" : value.toString());
        return this;
    }

    private static String joined(List<String> genres) {
        return String.join(", ", genres);
    }
}
