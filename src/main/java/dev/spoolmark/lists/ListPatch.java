package dev.spoolmark.lists;

import org.jspecify.annotations.Nullable;

/// A change of the settings of a list. Absent values stay unchanged.
public record ListPatch(
        @Nullable String name,
        @Nullable String description,
        @Nullable Privacy privacy,
        @Nullable Boolean showNumbers,
        @Nullable Boolean allowComments) {

    /// Whether it changes nothing.
    public boolean isEmpty() {
        return name == null && description == null && privacy == null && showNumbers == null && allowComments == null;
    }

    ListSettings applyTo(ListSettings traits) {
        return new ListSettings(
                name == null ? traits.name() : name,
                description == null ? traits.description() : description,
                privacy == null ? traits.privacy() : privacy,
                showNumbers == null ? traits.showNumbers() : showNumbers,
                allowComments == null ? traits.allowComments() : allowComments);
    }
}
