package dev.spoolmark.comparison;

/// What two users have in common.
public record Comparison(CommonItems shows, CommonItems movies, RatingAgreement ratings) {}
