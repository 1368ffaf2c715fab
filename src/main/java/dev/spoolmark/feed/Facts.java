package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was read from one table or from several, newest first in each.
///
/// @param cut whether there may be more facts in reach that belong among the newest
record Facts(List<Fact> all, boolean cut) {

    private static final int ENOUGH = 2 * Feed.MOST;

    static final Facts NONE = new Facts(List.of(), false);

    Facts {
        all = List.copyOf(all);
    }

    /// Folds the rows of one table. When there were more of them, the last entry may be a part only and is left out.
    static Facts of(List<Fact> rows, Reach reach) {
        List<Fact> folded = Fact.folded(rows);
        if (rows.size() < reach.rows()) {
            return new Facts(folded, false);
        }
        List<Fact> whole = folded.size() > 1 ? folded.subList(0, folded.size() - 1) : folded;
        return new Facts(whole, whole.size() < Feed.MOST);
    }

    /// Without those that are too old to be told whoever asks. Not for lists, of which many may be hidden.
    Facts newest() {
        return all.size() <= ENOUGH ? this : new Facts(all.subList(0, ENOUGH), cut);
    }

    static Facts together(Stream<Facts> tables) {
        List<Fact> all = new ArrayList<>();
        boolean cut = false;
        for (Facts facts : tables.toList()) {
            all.addAll(facts.all);
            cut |= facts.cut;
        }
        return new Facts(all, cut);
    }
}
