package dev.spoolmark.feed;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.util.Set;

/// Selects activity by item.
public sealed interface ItemFilter {

    /// All items and lists.
    record All() implements ItemFilter {}

    record Movies(Set<MovieId> movies) implements ItemFilter {

        public Movies {
            movies = Set.copyOf(movies);
        }
    }

    /// These shows with all their seasons and episodes.
    record Shows(Set<ShowId> shows) implements ItemFilter {

        public Shows {
            shows = Set.copyOf(shows);
        }
    }

    /// The episodes with these numbers in these seasons of these shows, in every combination.
    ///
    /// @param seasons empty for all
    /// @param numbers empty for all
    record Episodes(Set<ShowId> shows, Set<Integer> seasons, Set<Integer> numbers) implements ItemFilter {

        public Episodes {
            shows = Set.copyOf(shows);
            seasons = Set.copyOf(seasons);
            numbers = Set.copyOf(numbers);
        }
    }
}
