package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;

/// Makes one entry of neighbouring rows that belong together, as they are read.
///
/// All rows are of people and lists that may be seen, so that a hundred entries of one table leave no place for what
/// lies behind them.
final class Folding {

    private final Reach reach;
    private final List<Fact> whole = new ArrayList<>();
    private final List<Fact> open = new ArrayList<>();
    private int rows;

    Folding(Reach reach) {
        this.reach = reach;
    }

    void add(Fact fact) {
        rows++;
        if (!open.isEmpty() && !open.getFirst().belongsWith(fact)) {
            close();
        }
        if (whole.size() < Feed.MOST) {
            open.add(fact);
        }
    }

    /// When there may be more rows, the last entry may be a part only and is left out.
    Facts facts() {
        boolean all = rows < reach.rows();
        if (all && !open.isEmpty()) {
            close();
        }
        return new Facts(whole, !all && whole.size() < Feed.MOST);
    }

    private void close() {
        whole.add(Fact.together(open));
        open.clear();
    }
}
