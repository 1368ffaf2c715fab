package dev.spoolmark.app.demo;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.history.Watchable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The movies and shows of the demo.
///
/// @param shows without the invented ones
/// @param fictional shows with a weekly episode, before and after today
record DemoTitles(List<Movie> movies, List<Show> shows, List<Show> fictional) {

    /// Something to watch.
    sealed interface Viewable {

        Watchable item();

        Duration runtime();
    }

    record Movie(MovieId id, String title, Duration runtime) implements Viewable {

        @Override
        public Watchable item() {
            return Watchable.of(id);
        }
    }

    record Show(ShowId id, String title, List<Episode> episodes) {}

    record Episode(EpisodeId id, ShowId show, int season, int number, Duration runtime, Instant airsAt)
            implements Viewable {

        @Override
        public Watchable item() {
            return Watchable.of(id, show);
        }
    }

    Movie movie(String title) {
        return movies.stream()
                .filter(movie -> movie.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demo has no movie " + title));
    }

    Show show(String title) {
        return allShows()
                .filter(show -> show.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demo has no show " + title));
    }

    Stream<Show> allShows() {
        return Stream.concat(shows.stream(), fictional.stream());
    }

    /// An item by a name such as `movie Alien`, `show Fargo` or `episode Fargo 1x02`.
    MediaId item(String name) {
        int space = name.indexOf(' ');
        String title = name.substring(space + 1);
        return switch (name.substring(0, space)) {
            case "movie" -> movie(title).id();
            case "show" -> show(title).id();
            case "episode" -> episode(title);
            default -> throw new IllegalArgumentException("not an item of the demo: " + name);
        };
    }

    private MediaId episode(String name) {
        int space = name.lastIndexOf(' ');
        return show(name.substring(0, space)).episodes().stream()
                .filter(episode -> name.substring(space + 1)
                        .equals(episode.season() + (episode.number() < 10 ? "x0" : "x") + episode.number()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demo has no episode " + name))
                .id();
    }
}
