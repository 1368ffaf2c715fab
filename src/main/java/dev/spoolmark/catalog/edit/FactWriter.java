package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Items with the values of a form.
final class FactWriter {

    private FactWriter() {}

    static Movie apply(Movie movie, FactValues values, Instant now) {
        return new Movie(
                movie.id(),
                values.ids(movie.ids(), false),
                movie.slug(),
                values.title(movie.title()),
                values.year(),
                new MovieFacts(
                        values.date(FactField.RELEASED),
                        values.runtime(),
                        values.prose(FactField.TAGLINE),
                        values.prose(FactField.OVERVIEW),
                        values.line(FactField.TRAILER),
                        values.line(FactField.CERTIFICATION),
                        movie.facts().images(),
                        values.genres()),
                movie.provisional(),
                now);
    }

    static Show apply(Show show, FactValues values, Instant now) {
        Broadcast broadcast = show.facts().broadcast();
        return new Show(
                show.id(),
                values.ids(show.ids(), false),
                show.slug(),
                values.title(show.title()),
                values.year(),
                new ShowFacts(
                        values.date(FactField.FIRST_AIRED),
                        values.status(),
                        new Broadcast(
                                values.line(FactField.NETWORK),
                                values.line(FactField.COUNTRY),
                                values.zone(),
                                broadcast.day(),
                                broadcast.time(),
                                broadcast.nextDay()),
                        values.runtime(),
                        values.line(FactField.CERTIFICATION),
                        values.prose(FactField.OVERVIEW),
                        show.facts().images(),
                        values.genres()),
                show.provisional(),
                now);
    }

    static Season apply(Season season, FactValues values) {
        return new Season(
                season.id(),
                season.show(),
                season.number(),
                values.ids(season.ids(), false),
                season.poster(),
                season.provisional());
    }

    /// @param broadcast of the show, which gives the time of day of a new date
    static Episode apply(Episode episode, Broadcast broadcast, FactValues values, Instant now) {
        EpisodeFacts facts = episode.facts();
        LocalDate airDate = values.date(FactField.AIR_DATE);
        EpisodePosition position = values.position(new EpisodePosition(episode.season(), episode.number()));
        EpisodeFacts edited = new EpisodeFacts(
                values.line(FactField.TITLE),
                values.prose(FactField.OVERVIEW),
                airDate,
                airsAt(facts, airDate),
                values.runtime(),
                facts.screen());
        return new Episode(
                episode.id(),
                episode.show(),
                position.season(),
                position.number(),
                values.ids(episode.ids(), false),
                edited.completedBy(broadcast),
                episode.provisional(),
                now);
    }

    /// @return null if the date is another one, so that the instant is computed from it
    private static @Nullable Instant airsAt(EpisodeFacts previous, @Nullable LocalDate airDate) {
        return Objects.equals(previous.airDate(), airDate) ? previous.airsAt() : null;
    }

    static Person apply(Person person, FactValues values, Instant now) {
        return new Person(
                person.id(),
                values.ids(person.ids(), true),
                person.slug(),
                values.title(person.name()),
                new PersonFacts(
                        values.prose(FactField.OVERVIEW),
                        values.date(FactField.BIRTHDAY),
                        values.line(FactField.BIRTHPLACE),
                        person.facts().headshot()),
                now);
    }
}
