package dev.spoolmark.web.library;

import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.web.form.Form;
import org.jspecify.annotations.Nullable;

/// Which shows the progress page lists.
public enum ShowsTab {

    /// Those that the user watches.
    ACTIVE,

    /// Those that the user has hidden from the progress.
    HIDDEN,

    /// Those that the user has given up.
    DROPPED;

    boolean has(StartedShow show) {
        return switch (this) {
            case ACTIVE -> show.isActive();
            case HIDDEN -> show.hidden() && !show.dropped();
            case DROPPED -> show.dropped();
        };
    }

    /// The value in addresses; null for the first tab.
    public @Nullable String value() {
        return this == ACTIVE ? null : Form.key(this);
    }
}
