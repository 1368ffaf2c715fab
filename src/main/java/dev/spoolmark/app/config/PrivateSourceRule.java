package dev.spoolmark.app.config;

import dev.spoolmark.core.CidrBlock;
import dev.spoolmark.http.client.PrivateAddressAllowlist;
import dev.spoolmark.metadata.SourceName;
import java.util.List;

/// One entry of `sources.allow_private`: a source and the private networks where it may be reached.
record PrivateSourceRule(SourceName source, PrivateAddressAllowlist allowed) {

    /// @throws IllegalArgumentException if the entry names no source or no network
    static PrivateSourceRule of(String entry) {
        int colon = entry.indexOf(':');
        SourceName source = SourceName.of(colon < 0 ? entry : entry.substring(0, colon));
        PrivateAddressAllowlist allowed = colon < 0
                ? PrivateAddressAllowlist.HOME_NETWORKS
                : new PrivateAddressAllowlist(List.of(CidrBlock.of(entry.substring(colon + 1))));
        return new PrivateSourceRule(source, allowed);
    }

    /// The networks that the entries allow for this source.
    static PrivateAddressAllowlist of(List<String> entries, SourceName source) {
        return entries.stream()
                .map(PrivateSourceRule::of)
                .filter(entry -> entry.source() == source)
                .map(PrivateSourceRule::allowed)
                .reduce(PrivateAddressAllowlist.NONE, PrivateAddressAllowlist::and);
    }
}
