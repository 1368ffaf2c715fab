package dev.spoolmark.app.config;

import dev.spoolmark.account.Registration;
import dev.spoolmark.core.CidrSet;
import java.util.List;

/// Networks exempt from limits: private networks, or none with open registration
/// (`docs/security.md#rate-limits`).
final class TrustedNetworks {

    private static final String NONE = "none";

    private static final List<String> HOME = List.of(
            "127.0.0.0/8",
            "::1",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "fc00::/7",
            "fe80::/10");

    private TrustedNetworks() {}

    /// @param written networks, the word `none`, or empty if not set
    static CidrSet of(List<String> written, Registration registration) {
        if (written.isEmpty()) {
            return CidrSet.of(registration == Registration.OPEN ? List.of() : HOME);
        }
        return CidrSet.of(written.equals(List.of(NONE)) ? List.of() : written);
    }

    /// Parses networks or the word `none`.
    static List<String> read(String text) {
        List<String> written = SettingParsers.list(text);
        return written.equals(List.of(NONE)) ? written : SettingParsers.networks(text);
    }
}
