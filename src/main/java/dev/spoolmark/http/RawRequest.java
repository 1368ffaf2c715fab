package dev.spoolmark.http;

import java.io.InputStream;
import java.util.function.Supplier;

/// A request as the HTTP library hands it over, before anything was checked.
///
/// @param connection what it came over
/// @param body opened when somebody begins to read: only then is a client told to go on that asked first
record RawRequest(
        ClientConnection connection,
        String verb,
        String rawPath,
        String rawQuery,
        RequestHeaders header,
        Supplier<InputStream> body) {}
