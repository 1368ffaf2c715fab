package dev.spoolmark.app.demo;

import dev.spoolmark.account.UserId;
import dev.spoolmark.app.demo.DemoTitles.Episode;
import dev.spoolmark.app.demo.DemoTitles.Movie;
import dev.spoolmark.app.demo.DemoTitles.Show;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The ratings of a user: most movies after the first viewing, shows after their last episode, some episodes.
final class DemoRatings {

    private static final double RATED_MOVIES = 0.8;
    private static final double RATED_EPISODES = 0.08;

    /// Titles are between 6.4 and 9.2 on average; users differ by up to 1.6 from that.
    private static final double LOWEST_AVERAGE = 6.4;

    private static final double SPAN = 2.8;
    private static final double DIFFERENCE = 3.2;

    private final DemoUser user;
    private final Random random;
    private final Map<ShowId, Show> shows;
    private final Map<ShowId, Integer> left = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private DemoRatings(DemoUser user, DemoTitles titles) {
        this.user = user;
        this.random = new Random(user.seed() + 1);
        this.shows = titles.allShows().collect(Collectors.toMap(Show::id, Function.identity()));
        titles.allShows().forEach(show -> left.put(show.id(), show.episodes().size()));
    }

    /// @param at when it was rated
    record Entry(MediaId item, int score, Instant at) {}

    /// The ratings in the order of their times.
    static List<Entry> of(DemoUser user, DemoTitles titles, List<Viewing> viewings) {
        DemoRatings ratings = new DemoRatings(user, titles);
        viewings.stream().filter(Viewing::isFirst).forEach(ratings::rate);
        return ratings.entries;
    }

    static void store(PastFeatures features, UserId user, List<Entry> entries) {
        entries.forEach(entry -> features.at(entry.at())
                .ratings()
                .rate(user, List.of(new RatingChange(entry.item(), new Score(entry.score())))));
    }

    private void rate(Viewing viewing) {
        switch (viewing.viewable()) {
            case Movie movie -> {
                if (random.nextDouble() < RATED_MOVIES) {
                    add(movie.id(), movie.title(), viewing.endsAt());
                }
            }
            case Episode episode -> {
                Show show = shows.get(episode.show());
                if (show != null && random.nextDouble() < RATED_EPISODES) {
                    add(episode.id(), show.title() + episode.number(), viewing.endsAt());
                }
                if (show != null && left.merge(show.id(), -1, Integer::sum) == 0) {
                    add(show.id(), show.title(), viewing.endsAt());
                }
            }
        }
    }

    private void add(MediaId item, String title, Instant at) {
        double average = LOWEST_AVERAGE + SPAN * new Random(title.hashCode()).nextDouble();
        double score = average + user.habits().bias() + DIFFERENCE * (random.nextDouble() - 0.5);
        entries.add(new Entry(item, Math.clamp(Math.round(score), Score.LOWEST, Score.HIGHEST), at));
    }
}
