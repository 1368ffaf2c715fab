package dev.spoolmark.catalog;

/// A movie or show as a client names it.
sealed interface ItemRef extends Named permits MovieRef, ShowRef {

    /// Whether it says enough to be kept when nobody knows it (`decisions.md` 2).
    default boolean isEnough() {
        return isEnough(ids());
    }

    /// The same when only these of its ids count.
    boolean isEnough(Ids counted);
}
