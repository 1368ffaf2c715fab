package dev.spoolmark.search;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import java.util.List;

/// The hits of a search for several kinds, each with the best first.
public record SearchMatches(List<MovieId> movies, List<ShowId> shows, List<PersonId> people, List<UserId> users) {

    public static final SearchMatches NONE = new SearchMatches(List.of(), List.of(), List.of(), List.of());

    public SearchMatches {
        movies = List.copyOf(movies);
        shows = List.copyOf(shows);
        people = List.copyOf(people);
        users = List.copyOf(users);
    }
}
