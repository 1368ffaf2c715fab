package dev.spoolmark.app;

import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.outgoing.AddressRange;
import dev.spoolmark.outgoing.PrivateAddresses;
import java.util.List;

/// One entry of `sources.allow_private`: a source, and the private addresses at which it may be reached.
record PrivateSources(SourceName source, PrivateAddresses allowed) {

    /// Throws `IllegalArgumentException` when the entry names no source or no range.
    static PrivateSources of(String entry) {
        int colon = entry.indexOf(':');
        SourceName source = SourceName.of(colon < 0 ? entry : entry.substring(0, colon));
        PrivateAddresses allowed = colon < 0
                ? PrivateAddresses.OF_HOMES
                : new PrivateAddresses(List.of(AddressRange.of(entry.substring(colon + 1))));
        return new PrivateSources(source, allowed);
    }

    /// Everything that the entries allow for this source.
    static PrivateAddresses of(List<String> entries, SourceName source) {
        return entries.stream()
                .map(PrivateSources::of)
                .filter(entry -> entry.source() == source)
                .map(PrivateSources::allowed)
                .reduce(PrivateAddresses.NONE, PrivateAddresses::and);
    }
}
