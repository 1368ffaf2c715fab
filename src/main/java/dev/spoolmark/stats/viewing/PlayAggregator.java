package dev.spoolmark.stats.viewing;

import java.time.ZoneId;

/// Counts plays one after another, with what the catalog knows of them.
final class PlayAggregator {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int DAYS_A_WEEK = 7;
    private static final int MILLIS = 1_000;

    /// 1 January 1970 was a Thursday, the fourth day of the week.
    private static final int FIRST_WEEKDAY = 3;

    private final ZoneOffsets zone;
    private final PeriodStore.Facts facts;
    private PeriodCounts counts = new PeriodCounts();

    /// @param facts about the items of the plays; others are counted without
    PlayAggregator(ZoneId zone, PeriodStore.Facts facts) {
        this.zone = new ZoneOffsets(zone);
        this.facts = facts;
    }

    void add(PlayRow play) {
        TitleFacts title = title(play);
        Integer runtime = facts.runtimes().of(play.item());
        runtime = runtime == null ? title.runtime() : runtime;
        int minutes = runtime == null ? 0 : runtime;
        title.add(1, minutes);
        counts.addUnmeasured(runtime == null ? 1 : 0);
        Long at = play.at();
        if (at == null) {
            counts.addUndated(1);
        } else {
            addAt(Math.floorDiv(at, MILLIS), minutes);
            counts.addEnd(play);
        }
    }

    private TitleFacts title(PlayRow play) {
        TitleFacts counted = counts.title(play.title());
        if (counted == null) {
            TitleFacts known = facts.titles().get(play.title());
            counted = known == null ? TitleFacts.unknown(play) : known.withoutPlays();
            counts.addTitle(counted);
        }
        return counted;
    }

    private void addAt(long second, int minutes) {
        long local = zone.localSecond(second);
        long day = Math.floorDiv(local, SECONDS_A_DAY);
        counts.day(day).add(1, minutes);
        int weekday = Math.floorMod(day + FIRST_WEEKDAY, DAYS_A_WEEK);
        counts.addHour(weekday * PeriodCounts.HOURS_A_DAY + Math.floorMod(local, SECONDS_A_DAY) / SECONDS_AN_HOUR, 1);
    }

    /// The counts since the last call, after which all are zero.
    PeriodCounts take() {
        PeriodCounts taken = counts;
        counts = new PeriodCounts();
        return taken;
    }
}
