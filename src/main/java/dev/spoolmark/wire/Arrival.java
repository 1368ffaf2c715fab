package dev.spoolmark.wire;

import java.io.InputStream;
import java.util.function.Supplier;

/// A request as the HTTP library hands it over, before anything was checked.
///
/// @param connection what it came over
/// @param body opened when somebody begins to read: only then is a client told to go on that asked first
record Arrival(
        Connection connection,
        String verb,
        String rawPath,
        String rawQuery,
        Fields header,
        Supplier<InputStream> body) {}
