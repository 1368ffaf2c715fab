package dev.spoolmark.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The path of `public_url`, below which everything lives. A reverse proxy may pass it on or strip it.
///
/// @param path without a slash at the end; empty at the root of a host
record BasePath(String path) {

    static BasePath of(@Nullable URI publicUrl) {
        String path = publicUrl == null || publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath();
        return new BasePath(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /// The path of a request without this path; unchanged when it does not begin with it.
    String strip(String rawPath) {
        if (path.isEmpty() || !rawPath.startsWith(path)) {
            return rawPath;
        }
        if (rawPath.length() == path.length()) {
            return "/";
        }
        return rawPath.charAt(path.length()) == '/' ? rawPath.substring(path.length()) : rawPath;
    }
}
