package dev.spoolmark.catalog;

/// A movie or show as a client names it.
public sealed interface ItemRef extends Identifiable permits MovieRef, ShowRef {

    /// Whether it says enough to be kept when nobody knows it (`docs/domain.md#unknown-titles`).
    default boolean isEnough() {
        return isEnough(ids());
    }

    /// The same when only these of its ids count.
    boolean isEnough(Ids counted);
}
