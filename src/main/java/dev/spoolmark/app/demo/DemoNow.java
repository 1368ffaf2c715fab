package dev.spoolmark.app.demo;

import dev.spoolmark.account.AppId;
import dev.spoolmark.app.demo.DemoTitles.Viewable;
import dev.spoolmark.scrobble.PlaybackReport;
import java.time.Duration;
import java.time.Instant;

/// What the users of the demo watch while it runs, and what they paused.
///
/// @param app the application that reports it
record DemoNow(PastFeatures features, DemoUsers users, DemoTitles titles, AppId app) {

    /// One user plays a long film, another one is checked in to a film, and one has paused two items.
    void store(Instant now) {
        Viewable samurai = titles.movie("Seven Samurai");
        features.at(now).playback().start(users.get("sean").id(), progress(samurai, 1_200));
        Viewable odyssey = titles.movie("2001: A Space Odyssey");
        features.at(now).scrobbles().checkIn(users.get("amara").id(), progress(odyssey, 0));
        Viewable labyrinth = titles.movie("Pan's Labyrinth");
        features.at(now.minus(Duration.ofHours(50)))
                .playback()
                .pause(users.get("justin").id(), progress(labyrinth, 3_700));
        Viewable episode = titles.show("Bread and Murder").episodes().getFirst();
        features.at(now.minus(Duration.ofHours(27)))
                .playback()
                .pause(users.get("justin").id(), progress(episode, 6_200));
    }

    /// @param progress in 1/100 %
    private PlaybackReport progress(Viewable viewable, int progress) {
        return new PlaybackReport(viewable.item(), null, viewable.runtime(), progress, app);
    }
}
