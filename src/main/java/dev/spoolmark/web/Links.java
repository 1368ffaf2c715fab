package dev.spoolmark.web;

import dev.spoolmark.web.asset.Assets;

/// The addresses that pages link to. All begin with the path of `public_url`.
///
/// @param basePath path of `public_url` without a slash at the end; empty at the root of a host
public record Links(String basePath, Assets assets) {

    /// The address of a page.
    ///
    /// @param path with a slash at the beginning
    public String to(String path) {
        return basePath + path;
    }

    /// The address of a file among the assets. It contains a hash of the content and can be cached for ever.
    ///
    /// @throws IllegalArgumentException when there is no such file
    public String asset(String name) {
        return basePath + assets.path(name);
    }
}
