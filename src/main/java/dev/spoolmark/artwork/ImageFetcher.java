package dev.spoolmark.artwork;

/// Where pictures come from.
@FunctionalInterface
public interface ImageFetcher {

    /// Asks for the picture at an address.
    ImageResult fetch(String address);

    /// For servers that ask nobody.
    static ImageFetcher none() {
        return address -> new ImageResult.NotThere();
    }
}
