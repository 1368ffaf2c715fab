package dev.spoolmark.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was read from one table or from several, newest first in each.
///
/// @param cut whether there may be more facts in reach that belong among the newest
record Facts(List<Fact> all, boolean cut) {

    static final Facts NONE = new Facts(List.of(), false);

    Facts {
        all = List.copyOf(all);
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
