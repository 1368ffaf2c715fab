package dev.spoolmark.app.demo;

import dev.spoolmark.app.demo.DemoTitles.Movie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The order in which a user of the demo watches movies. Some are watched again, none within the last few.
final class MovieQueue {

    /// The share of movies that a user watches at all.
    private static final double WATCHED = 0.75;

    private static final double AGAIN = 0.25;

    /// Movies in between before one is watched again.
    private static final int DISTANCE = 8;

    private final Random random;
    private final Deque<Movie> waiting = new ArrayDeque<>();
    private final List<Movie> seen = new ArrayList<>();

    MovieQueue(DemoTitles titles, Random random) {
        this.random = random;
        List<Movie> movies = new ArrayList<>(titles.movies());
        Collections.shuffle(movies, random);
        movies.stream().limit(Math.round(movies.size() * WATCHED)).forEach(waiting::add);
    }

    /// The next movie, empty if all that could be watched again were watched lately.
    Optional<Movie> next() {
        boolean isRepeatable = seen.size() > DISTANCE;
        if (isRepeatable && (waiting.isEmpty() || random.nextDouble() < AGAIN)) {
            Movie movie = seen.remove(random.nextInt(seen.size() - DISTANCE));
            seen.add(movie);
            return Optional.of(movie);
        }
        Optional<Movie> movie = Optional.ofNullable(waiting.poll());
        movie.ifPresent(seen::add);
        return movie;
    }
}
