package dev.spoolmark.web.item;

import org.jspecify.annotations.Nullable;

/// A card of the first page.
///
/// @param menu what the user can do with the show of an episode; null elsewhere
/// @param rating the form that rates the item; null elsewhere
public record HomeCard(
        ItemCard card, @Nullable ShowMenu menu, @Nullable RatingView rating) {

    static HomeCard of(ItemCard card) {
        return new HomeCard(card, null, null);
    }
}
