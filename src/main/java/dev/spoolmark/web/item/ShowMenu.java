package dev.spoolmark.web.item;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.progress.ShowState;
import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.showsetting.NextRule;

/// The form with what a user can do with a show: pin, hide, drop, the rule for the next episode, rewatch.
///
/// @param key names the show in forms
/// @param title of the show
/// @param isInOrder whether a skipped episode stays next
/// @param canRewatch whether the current run has a play
/// @param run 1, or the number of the rewatch
public record ShowMenu(
        String key,
        String title,
        boolean isPinned,
        boolean isHidden,
        boolean isDropped,
        boolean isInOrder,
        boolean canRewatch,
        int run) {

    /// Of a show that is neither hidden nor dropped.
    public static ShowMenu of(UpNextShow show) {
        return of(show, false, false);
    }

    /// Of a show of the progress page.
    public static ShowMenu of(UpNextShow show, StartedShow started) {
        return of(show, started.hidden(), started.dropped());
    }

    private static ShowMenu of(UpNextShow show, boolean isHidden, boolean isDropped) {
        return new ShowMenu(
                ItemFormKeys.of(show.progress().show().id()),
                show.progress().show().title(),
                show.isPinned(),
                isHidden,
                isDropped,
                show.rule() == NextRule.IN_ORDER,
                show.count().completed() > 0,
                show.run());
    }

    /// Of the page of a show.
    ///
    /// @param canRewatch whether the current run has a play
    static ShowMenu of(ShowId show, String title, ShowState state, boolean canRewatch) {
        return new ShowMenu(
                ItemFormKeys.of(show),
                title,
                state.pinned(),
                state.hidden(),
                state.dropped(),
                state.rule() == NextRule.IN_ORDER,
                canRewatch,
                state.run());
    }

    /// Whether it is a rewatch.
    public boolean isRewatch() {
        return run > 1;
    }
}
