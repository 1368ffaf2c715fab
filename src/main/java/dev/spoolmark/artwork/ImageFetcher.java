package dev.spoolmark.artwork;

/// Fetches images.
@FunctionalInterface
public interface ImageFetcher {

    /// Fetches the image at a URL.
    ImageResult fetch(String address);

    /// Fetches nothing, for servers without sources.
    static ImageFetcher none() {
        return address -> new ImageResult.NotFound();
    }
}
