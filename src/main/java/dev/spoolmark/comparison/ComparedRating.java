package dev.spoolmark.comparison;

import dev.spoolmark.catalog.MediaId;

/// An item that both users have rated.
///
/// @param own score of the first user, from 1 to 10
/// @param other score of the second one
public record ComparedRating(MediaId item, int own, int other) {

    public int difference() {
        return Math.abs(own - other);
    }
}
