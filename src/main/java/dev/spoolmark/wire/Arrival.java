package dev.spoolmark.wire;

import java.io.InputStream;
import java.net.InetAddress;
import java.util.function.Supplier;

/// A request as the HTTP library hands it over, before anything was checked.
///
/// @param connection tells connections apart
/// @param body opened when somebody begins to read: only then is a client told to go on that asked first
record Arrival(
        String connection,
        String verb,
        String rawPath,
        String rawQuery,
        Fields header,
        InetAddress peer,
        Supplier<InputStream> body) {}
