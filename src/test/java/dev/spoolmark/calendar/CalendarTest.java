package dev.spoolmark.calendar;

import static dev.spoolmark.UserDataFixture.NOW;
import static dev.spoolmark.UserDataFixture.episode;
import static dev.spoolmark.UserDataFixture.season;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.db.Engine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Broadcasts by day, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class CalendarTest {

    private static final DateRange WEEK = new DateRange(LocalDate.of(2013, 6, 24), 7);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    Calendar calendar;
    ShowId lost;
    ShowId bones;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        calendar = new Calendar(fixture.database, _ -> {});
        lost = fixture.show(
                "Lost",
                season(0, episode(1, "2013-06-24T19:00:00Z")),
                season(1, episode(1, "2013-06-23T20:00:00Z"), episode(2, "2013-06-24T20:00:00Z")),
                season(2, episode(1, "2013-06-30T20:00:00Z"), episode(2, "2013-07-01T20:00:00Z"), episode(3, null)));
        bones = fixture.show("Bones", season(3, episode(9, "2013-06-24T20:00:00Z")));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void returnsAllBroadcastsByDayTimeAndTitle() {
        assertThat(rendered(calendar.everything(WEEK)))
                .containsExactly(
                        "2013-06-24 lost 0x1", "2013-06-24 bones 3x9", "2013-06-24 lost 1x2", "2013-06-30 lost 2x1");
    }

    @Test
    void premieresAreFirstEpisodesWithoutSpecials() {
        assertThat(rendered(calendar.premieres(WEEK))).containsExactly("2013-06-30 lost 2x1");
        assertThat(rendered(calendar.premieres(new DateRange(LocalDate.of(2013, 6, 23), 1))))
                .containsExactly("2013-06-23 lost 1x1");
    }

    @Test
    void provisionalItemsAreLeftOut() {
        fixture.catalog.findOrCreateEpisodes(
                List.of(new EpisodeRef(new ShowRef(Ids.NONE, "Made Up", 2013), 1, 1, Ids.NONE)));
        fixture.database.write(tx -> tx.update("UPDATE episode SET air_date = '2013-06-24' WHERE air_date IS NULL"));

        assertThat(rendered(calendar.everything(WEEK))).isNotEmpty().noneMatch(line -> line.contains("made up"));
    }

    @Test
    void includesShowsThatTheUserWatched() {
        fixture.rows.addPlay(bones, fixture.episode(bones, 3, 9), 1, NOW);
        fixture.rows.addUnseenMark(lost, fixture.episode(lost, 1, 1), NOW);

        assertThat(rendered(calendar.of(fixture.ann, WEEK))).containsExactly("2013-06-24 bones 3x9");
    }

    @Test
    void includesShowsThatTheUserCollected() {
        fixture.rows.addCollected(lost, fixture.episode(lost, 2, 3));

        assertThat(calendar.of(fixture.ann, WEEK)).hasSize(3);
    }

    @Test
    void includesShowsAndEpisodesOfTheWatchlist() {
        fixture.rows.addToWatchlist(bones, bones.value());
        fixture.rows.addToWatchlist(fixture.episode(lost, 2, 1), lost.value());

        assertThat(rendered(calendar.of(fixture.ann, WEEK)))
                .containsExactly("2013-06-24 bones 3x9", "2013-06-30 lost 2x1");
    }

    @Test
    void hiddenShowsAreLeftOut() {
        fixture.rows.addToWatchlist(bones, bones.value());
        fixture.rows.addToWatchlist(lost, lost.value());
        fixture.rows.addHidden("calendar", bones);
        fixture.rows.addHidden("calendar", lost, fixture.season(lost, 0));
        fixture.rows.addHidden("progress", lost);

        assertThat(rendered(calendar.of(fixture.ann, WEEK)))
                .containsExactly("2013-06-24 lost 1x2", "2013-06-30 lost 2x1");
    }

    @Test
    void returnsAtLeastOneDayAndAtMostAMonth() {
        assertThat(new DateRange(LocalDate.of(2013, 1, 1), 0).last()).isEqualTo("2013-01-01");
        assertThat(new DateRange(LocalDate.of(2013, 1, 1), 400).last()).isEqualTo("2013-01-31");
    }

    private static List<String> rendered(List<Airing> airings) {
        return airings.stream()
                .map(one -> one.day() + " " + one.title() + " " + one.season() + "x" + one.number())
                .toList();
    }
}
