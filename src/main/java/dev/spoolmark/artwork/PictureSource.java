package dev.spoolmark.artwork;

import java.util.Optional;

/// Where pictures come from.
@FunctionalInterface
public interface PictureSource {

    /// The picture at an address; nothing when it is not there, cannot be had now, or may not be asked for.
    Optional<byte[]> fetch(String address);

    /// For servers that ask nobody.
    static PictureSource none() {
        return address -> Optional.empty();
    }
}
