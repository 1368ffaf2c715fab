package dev.spoolmark.stats.viewing;

import dev.spoolmark.stats.viewing.PeriodCounts.DaySum;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stored form of the counts of a month: numbers in few bytes, as Base64. A month with 800 plays of 600 titles
/// takes
/// about 8 KB. A change of the form needs a migration that empties the table.
final class MonthContent {

    private MonthContent() {}

    static String write(PeriodCounts counts) {
        VarintWriter out = new VarintWriter();
        out.write(counts.undated());
        out.write(counts.unmeasured());
        writeDays(out, counts.daySums());
        writeHours(out, counts.hours());
        writeEnd(out, counts.firstPlay());
        writeEnd(out, counts.lastPlay());
        List<TitleFacts> titles =
                counts.titles().stream().sorted(TitleFacts.BY_KEY).toList();
        writeTitles(out, titles, writeNames(out, titles));
        return Base64.getEncoder().withoutPadding().encodeToString(out.toBytes());
    }

    private static void writeDays(VarintWriter out, List<DaySum> days) {
        out.write(days.size());
        long before = 0;
        for (DaySum day : days) {
            out.writeSigned(day.day() - before);
            out.write(day.count().plays());
            out.write(day.count().minutes());
            before = day.day();
        }
    }

    private static void writeHours(VarintWriter out, List<Integer> hours) {
        out.write(hours.stream().filter(plays -> plays > 0).count());
        for (int hour = 0; hour < hours.size(); hour++) {
            if (hours.get(hour) > 0) {
                out.write(hour);
                out.write(hours.get(hour));
            }
        }
    }

    private static void writeEnd(VarintWriter out, @Nullable PlayRow play) {
        Long at = play == null ? null : play.at();
        out.write(at == null ? 0 : 1);
        if (play != null && at != null) {
            out.write(play.id());
            out.write(play.kind());
            out.write(play.item());
            out.write(play.show());
            out.writeSigned(at);
        }
    }

    /// Genres and countries, which titles have by number.
    private static Map<String, Integer> writeNames(VarintWriter out, List<TitleFacts> titles) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (TitleFacts title : titles) {
            title.genres().forEach(genre -> names.putIfAbsent(genre, names.size()));
            if (title.country() != null) {
                names.putIfAbsent(title.country(), names.size());
            }
        }
        out.write(names.size());
        names.keySet().forEach(out::writeText);
        return names;
    }

    private static void writeTitles(VarintWriter out, List<TitleFacts> titles, Map<String, Integer> names) {
        out.write(titles.size());
        long before = 0;
        for (TitleFacts title : titles) {
            out.write(title.kind());
            out.writeSigned(title.id() - before);
            out.write(title.plays());
            out.write(title.minutes());
            out.write(title.year() == null ? 0 : Math.max(0, title.year()) + 1);
            out.write(title.country() == null ? 0 : names.getOrDefault(title.country(), 0) + 1);
            out.write(title.genres().size());
            title.genres().forEach(genre -> out.write(names.getOrDefault(genre, 0)));
            before = title.id();
        }
    }

    /// Adds the counts to others. What is known of a title already is not changed, so add the newest month first.
    static void addTo(PeriodCounts counts, String content) {
        VarintReader in = new VarintReader(Base64.getDecoder().decode(content));
        counts.addUndated(in.readInt());
        counts.addUnmeasured(in.readInt());
        long day = 0;
        for (int days = in.readInt(); days > 0; days--) {
            day += in.readSigned();
            counts.day(day).add(in.readInt(), in.read());
        }
        for (int hours = in.readInt(); hours > 0; hours--) {
            counts.addHour(in.readInt(), in.readInt());
        }
        readEnd(counts, in);
        readEnd(counts, in);
        readTitles(counts, in);
    }

    private static void readEnd(PeriodCounts counts, VarintReader in) {
        if (in.read() == 1) {
            counts.addEnd(new PlayRow(in.read(), in.readInt(), in.read(), in.read(), in.readSigned()));
        }
    }

    private static void readTitles(PeriodCounts counts, VarintReader in) {
        String[] names = new String[in.readInt()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.readText();
        }
        long id = 0;
        for (int titles = in.readInt(); titles > 0; titles--) {
            int kind = in.readInt();
            id += in.readSigned();
            int plays = in.readInt();
            long minutes = in.read();
            int year = in.readInt();
            int country = in.readInt();
            TitleFacts title = counts.title(id);
            if (title == null) {
                title = new TitleFacts(
                        kind, id, year == 0 ? null : year - 1, null, country == 0 ? null : names[country - 1]);
                title.setGenres(readGenres(names, in));
                counts.addTitle(title);
            } else {
                skipGenres(in);
            }
            title.add(plays, minutes);
        }
    }

    private static List<String> readGenres(String[] names, VarintReader in) {
        List<String> genres = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            genres.add(names[in.readInt()]);
        }
        return genres;
    }

    private static void skipGenres(VarintReader in) {
        for (int left = in.readInt(); left > 0; left--) {
            in.read();
        }
    }
}
