package dev.spoolmark.catalog;

/// A reference to a movie or show.
///
/// The parts are tried in a fixed order, and the first that is known decides: the id in this catalog, the external
/// ids in the order of [Provider], the slug, then title and year. Digits that may be an external id or a slug
/// are given as both. External ids come before the slug because a slug can come from another server.
public sealed interface TitleRef extends ItemRef, ItemDescriptor permits MovieRef, ShowRef {

    /// @return whether an unknown item can be created from it (`docs/domain.md#unknown-titles`)
    default boolean isEnough() {
        return isEnough(ids());
    }

    /// @param counted those of its ids that may be stored
    /// @return whether an unknown item can be created from these ids with title and year
    boolean isEnough(Ids counted);
}
