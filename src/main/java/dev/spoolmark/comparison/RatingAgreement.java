package dev.spoolmark.comparison;

import java.util.Comparator;
import java.util.List;

/// How the ratings of two users agree.
///
/// @param count of movies and shows that both have rated
/// @param same count of those with the same score
/// @param percent 100 if all scores are the same, 0 if all are as far apart as possible; 0 without ratings
/// @param loved what both like most
/// @param disputed what they differ most about, by at least 3
public record RatingAgreement(
        int count, int same, int percent, List<ComparedRating> loved, List<ComparedRating> disputed) {

    static final RatingAgreement NONE = new RatingAgreement(0, 0, 0, List.of(), List.of());

    private static final int WIDEST = 9;
    private static final int LOVED = 8;
    private static final int DISPUTED = 3;
    private static final int PERCENT = 100;

    public RatingAgreement {
        loved = List.copyOf(loved);
        disputed = List.copyOf(disputed);
    }

    /// @param all in an order that decides between equal ones
    /// @param shown the most items of each list
    static RatingAgreement of(List<ComparedRating> all, int shown) {
        if (all.isEmpty()) {
            return NONE;
        }
        long differences = all.stream().mapToLong(ComparedRating::difference).sum();
        int percent = (int) Math.round(PERCENT - (double) PERCENT * differences / (WIDEST * (long) all.size()));
        return new RatingAgreement(
                all.size(),
                (int) all.stream().filter(rating -> rating.difference() == 0).count(),
                percent,
                all.stream()
                        .filter(rating -> Math.min(rating.own(), rating.other()) >= LOVED)
                        .sorted(Comparator.comparingInt((ComparedRating rating) -> rating.own() + rating.other())
                                .reversed())
                        .limit(shown)
                        .toList(),
                all.stream()
                        .filter(rating -> rating.difference() >= DISPUTED)
                        .sorted(Comparator.comparingInt(ComparedRating::difference)
                                .reversed())
                        .limit(shown)
                        .toList());
    }
}
