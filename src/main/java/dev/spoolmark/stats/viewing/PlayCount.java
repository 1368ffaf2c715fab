package dev.spoolmark.stats.viewing;

/// A number of plays, and how long the items take. Plays of items without a known running time count zero minutes.
public record PlayCount(int plays, long minutes) {

    public static final PlayCount NONE = new PlayCount(0, 0);

    PlayCount plus(PlayCount other) {
        return new PlayCount(plays + other.plays, minutes + other.minutes);
    }
}
