package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;
import dev.spoolmark.core.CidrSet;
import java.util.List;

/// Networks exempt from limits: private networks, or none with open registration
/// (`docs/security.md#rate-limits`).
final class TrustedNetworks {

    private static final String NONE = "none";

    private static final List<String> PRIVATE_NETWORKS = List.of(
            "127.0.0.0/8",
            "::1",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "fc00::/7",
            "fe80::/10");

    private TrustedNetworks() {}

    /// @param values networks, the word `none`, or empty if not set
    static CidrSet of(List<String> values, Registration registration) {
        if (values.isEmpty()) {
            return CidrSet.of(registration == Registration.OPEN ? List.of() : PRIVATE_NETWORKS);
        }
        return CidrSet.of(values.equals(List.of(NONE)) ? List.of() : values);
    }

    /// Parses networks or the word `none`.
    static List<String> parse(String text) {
        List<String> values = SettingParsers.list(text);
        return values.equals(List.of(NONE)) ? values : SettingParsers.networks(text);
    }
}
