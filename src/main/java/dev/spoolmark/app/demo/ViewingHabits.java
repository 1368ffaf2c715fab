package dev.spoolmark.app.demo;

import dev.spoolmark.history.PlayAction;

/// How a user of the demo watches. Probabilities are from 0 to 1.
///
/// @param action how plays are reported
/// @param weekday the probability of watching on a Monday to Thursday
/// @param weekend the same for a Friday to Sunday
/// @param marathon the probability that a weekend day is spent on episodes of one show
/// @param movieNight the probability that an evening of a weekend begins with a movie
/// @param bias is added to the scores of ratings
record ViewingHabits(
        PlayAction action, double weekday, double weekend, double marathon, double movieNight, double bias) {}
