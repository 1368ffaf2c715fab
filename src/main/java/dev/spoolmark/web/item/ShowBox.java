package dev.spoolmark.web.item;

import dev.spoolmark.progress.ShowState;
import dev.spoolmark.web.Layout;
import java.time.Instant;

/// How the viewer follows the show of a page.
///
/// @param run the current run in words: `Run 2: 5 of 62`; empty in the first run
/// @param since when the run started; empty in the first run
public record ShowBox(ShowMenu menu, String run, String since) {

    static ShowBox of(Layout layout, ShowMenu menu, ShowState state, int watched, int aired) {
        Instant start = state.runStart();
        return new ShowBox(
                menu,
                start == null ? "" : run(layout, state.run(), watched, aired),
                start == null ? "" : layout.formats().dateTime(start));
    }

    /// The count of a run in words.
    public static String run(Layout layout, int run, int watched, int aired) {
        return layout.t(
                "item.run",
                layout.formats().number(run),
                layout.formats().number(watched),
                layout.formats().number(aired));
    }
}
