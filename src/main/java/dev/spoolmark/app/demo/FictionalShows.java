package dev.spoolmark.app.demo;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.core.AsciiNumber;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Shows that do not exist, one for each day of the week, with an episode a week around today. Their texts say that
/// they are invented.
final class FictionalShows {

    private static final String RESOURCE = "/demo/invented-shows.txt";

    /// Weeks between the starts of two seasons.
    private static final int WEEKS_A_SEASON = 44;

    private static final int EPISODES_A_SEASON = 9;

    private FictionalShows() {}

    /// @param today the date to arrange the broadcasts around
    static List<ShowItem> of(LocalDate today) {
        List<ShowItem> shows = new ArrayList<>();
        for (List<String> show : DemoTexts.blocks(RESOURCE)) {
            shows.add(show(DemoTexts.fields(show.getFirst()), show.subList(1, show.size()), today, shows.size()));
        }
        return shows;
    }

    /// @param fields title, day, time, zone, network, country, runtime, genres, overview
    private static ShowItem show(List<String> fields, List<String> titles, LocalDate today, int index) {
        DayOfWeek day = DayOfWeek.valueOf(fields.get(1));
        Broadcast broadcast = new Broadcast(
                fields.get(4), fields.get(5), ZoneId.of(fields.get(3)), day, LocalTime.parse(fields.get(2)));
        List<SeasonItem> seasons =
                seasons(titles, thisWeek(today, day), 3 + index % 4, AsciiNumber.parseInt(fields.get(6)));
        LocalDate first = seasons.getFirst().episodes().getFirst().facts().airDate();
        return new ShowItem(
                Ids.NONE,
                fields.get(0),
                first == null ? null : first.getYear(),
                new ShowFacts(
                        first,
                        ShowFacts.Status.CONTINUING,
                        broadcast,
                        AsciiNumber.parseInt(fields.get(6)),
                        null,
                        fields.get(8) + " Invented for this demo.",
                        Images.NONE,
                        List.of(fields.get(7).split(",", -1))),
                List.of(),
                seasons,
                null,
                List.of());
    }

    /// The date of this day in the week from Monday to Sunday that contains today.
    private static LocalDate thisWeek(LocalDate today, DayOfWeek day) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(day.getValue() - 1L);
    }

    /// The last season has this week's episode at the index `current`.
    private static List<SeasonItem> seasons(List<String> titles, LocalDate thisWeek, int current, int runtime) {
        int seasons = titles.size() / EPISODES_A_SEASON;
        List<SeasonItem> items = new ArrayList<>();
        for (int season = 1; season <= seasons; season++) {
            LocalDate first = thisWeek.minusWeeks(current + (long) WEEKS_A_SEASON * (seasons - season));
            List<String> own = titles.subList((season - 1) * EPISODES_A_SEASON, season * EPISODES_A_SEASON);
            List<EpisodeItem> episodes = new ArrayList<>();
            for (String title : own) {
                int number = episodes.size() + 1;
                episodes.add(new EpisodeItem(number, Ids.NONE, facts(title, season, number, first, runtime)));
            }
            items.add(new SeasonItem(season, Ids.NONE, null, episodes));
        }
        return items;
    }

    private static EpisodeFacts facts(String title, int season, int number, LocalDate first, int runtime) {
        String overview = String.format(
                Locale.ROOT, "Episode %d of season %d. Made up for this demo, like the whole show.", number, season);
        return new EpisodeFacts(title, overview, first.plusWeeks(number - 1L), null, runtime, null);
    }
}
