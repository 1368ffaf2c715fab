package dev.spoolmark.transfer.record;

import org.jspecify.annotations.Nullable;

/// The medium of a collected item, in the words of the Trakt API, such as `bluray` and `uhd_4k`. All
/// are null if unknown.
public record MediaDetails(
        @Nullable String mediaType,
        @Nullable String resolution,
        @Nullable String hdr,
        @Nullable String audio,
        @Nullable String audioChannels,
        @Nullable Boolean is3d) {

    public static final MediaDetails NONE = new MediaDetails(null, null, null, null, null, null);
}
