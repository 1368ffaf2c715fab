package dev.spoolmark.web.item;

import dev.spoolmark.rating.RatingTotals;
import dev.spoolmark.rating.Score;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The ratings of everyone as a bar chart, with the same numbers for a table.
///
/// @param mean with one decimal place in the language of the page
public record RatingChart(List<Bar> bars, int votes, String mean) {

    /// Width and height of the drawing, without units.
    public static final int WIDTH = 200;

    public static final int HEIGHT = 60;

    private static final int STEP = WIDTH / Score.HIGHEST;
    private static final int GAP = 4;

    public RatingChart {
        bars = List.copyOf(bars);
    }

    /// A bar; the lowest is drawn with one unit if it has a vote.
    public record Bar(int score, int votes, int x, int y, int width, int height) {}

    static RatingChart of(Locale language, RatingTotals totals) {
        List<Integer> votes = totals.distribution();
        int highest = Math.max(1, Collections.max(votes));
        List<Bar> bars = IntStream.range(0, votes.size())
                .mapToObj(at -> bar(at, votes.get(at), highest))
                .toList();
        int sum = IntStream.range(0, votes.size())
                .map(at -> (at + 1) * votes.get(at))
                .sum();
        double mean = totals.votes() == 0 ? 0 : (double) sum / totals.votes();
        return new RatingChart(bars, totals.votes(), String.format(language, "%.1f", mean));
    }

    private static Bar bar(int at, int votes, int highest) {
        int height = votes == 0 ? 0 : Math.max(1, (int) ((long) HEIGHT * votes / highest));
        return new Bar(at + 1, votes, at * STEP + GAP / 2, HEIGHT - height, STEP - GAP, height);
    }
}
