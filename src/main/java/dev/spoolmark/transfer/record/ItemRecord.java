package dev.spoolmark.transfer.record;

/// A statement about an item.
public sealed interface ItemRecord extends ImportRecord
        permits CollectionRecord,
                CommentRecord,
                EpisodeOrderRecord,
                FavoriteRecord,
                HiddenRecord,
                ListItemRecord,
                NoteRecord,
                PlaybackRecord,
                PlayCountRecord,
                PlayRecord,
                RatingRecord,
                RewatchRecord,
                ShowSettingRecord,
                UnseenRecord,
                WatchlistRecord {

    /// The item as the file names it.
    ImportedItem item();
}
