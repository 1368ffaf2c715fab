package dev.spoolmark.stats.viewing;

/// Sums over plays, by which a change of any of them is noticed: of the number, the last id, the times and the items,
/// each weighted by the id of the play. The weights are small, so that a million plays do not overflow.
///
/// @param lastId highest id of a play; 0 without plays
record PlayFingerprint(long count, long lastId, long times, long items) {

    static final PlayFingerprint NONE = new PlayFingerprint(0, 0, 0, 0);

    /// A prime number.
    static final int WEIGHTS = 1_021;

    static final int ITEMS = 1_000_000;
    static final int MILLIS = 1_000;

    PlayFingerprint plus(PlayRow play) {
        long weight = play.id() % WEIGHTS;
        long at = play.at() == null ? 0 : play.at() / MILLIS;
        return new PlayFingerprint(
                count + 1, Math.max(lastId, play.id()), times + at * weight, items + play.item() % ITEMS * weight);
    }
}
