package dev.spoolmark.app.demo;

import dev.spoolmark.app.demo.DemoTitles.Episode;
import dev.spoolmark.app.demo.DemoTitles.Show;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The order in which a user of the demo watches episodes: new episodes of followed shows first, then one show
/// after the other, and now and then a finished show again when there is nothing left.
final class EpisodeQueue {

    /// The share of shows that a user begins at all, and of those that are given up in the middle.
    private static final double STARTED = 0.8;

    private static final double ABANDONED = 0.2;

    /// The probability, each time that nothing is left, that the user begins a finished show again.
    private static final double AGAIN = 0.3;

    private static final int SHOWS_FOLLOWED = 4;

    private final Random random;
    private final List<Deque<Episode>> followed = new ArrayList<>();
    private final Deque<Show> waiting = new ArrayDeque<>();
    private final List<Show> finished = new ArrayList<>();
    private final Deque<Episode> current = new ArrayDeque<>();

    EpisodeQueue(DemoTitles titles, Random random) {
        this.random = random;
        List<Show> fictional = new ArrayList<>(titles.fictional());
        Collections.shuffle(fictional, random);
        fictional.stream().limit(SHOWS_FOLLOWED).forEach(show -> followed.add(new ArrayDeque<>(show.episodes())));
        List<Show> shows = new ArrayList<>(titles.shows());
        Collections.shuffle(shows, random);
        shows.stream().limit(Math.round(shows.size() * STARTED)).forEach(waiting::add);
    }

    /// The next episode that has aired at this time.
    Optional<Episode> next(Instant at) {
        for (Deque<Episode> show : followed) {
            Episode episode = show.peek();
            if (episode != null && !episode.airsAt().isAfter(at)) {
                show.poll();
                return Optional.of(episode);
            }
        }
        return nextOfShow();
    }

    /// The next episode of the show that the user is in the middle of.
    Optional<Episode> nextOfShow() {
        if (current.isEmpty()) {
            begin();
        }
        return Optional.ofNullable(current.poll());
    }

    private void begin() {
        Show show = waiting.poll();
        if (show == null) {
            if (!finished.isEmpty() && random.nextDouble() < AGAIN) {
                current.addAll(finished.get(random.nextInt(finished.size())).episodes());
            }
            return;
        }
        int size = show.episodes().size();
        if (size > 2 && random.nextDouble() < ABANDONED) {
            current.addAll(show.episodes().subList(0, size / 2));
        } else {
            current.addAll(show.episodes());
            finished.add(show);
        }
    }
}
