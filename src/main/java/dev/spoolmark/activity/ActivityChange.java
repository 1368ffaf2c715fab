package dev.spoolmark.activity;

import dev.spoolmark.catalog.MediaId;
import java.util.Collection;
import java.util.List;

/// A change that a user made to the data about one item.
///
/// @param isRemoval whether the data is gone; otherwise it was added or replaced
public record ActivityChange(ActivityType type, MediaId item, boolean isRemoval) {

    public static ActivityChange added(ActivityType type, MediaId item) {
        return new ActivityChange(type, item, false);
    }

    public static ActivityChange removed(ActivityType type, MediaId item) {
        return new ActivityChange(type, item, true);
    }

    public static List<ActivityChange> added(ActivityType type, Collection<? extends MediaId> items) {
        return items.stream().map(item -> added(type, item)).toList();
    }

    public static List<ActivityChange> removed(ActivityType type, Collection<? extends MediaId> items) {
        return items.stream().map(item -> removed(type, item)).toList();
    }

    public ActivityArea area() {
        return ActivityArea.of(item.kind(), type);
    }
}
