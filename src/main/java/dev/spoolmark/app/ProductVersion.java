package dev.spoolmark.app;

import java.util.Optional;

/// The version of Spoolmark.
public final class ProductVersion {

    private ProductVersion() {}

    /// The version number, as sent to other servers.
    static String number() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /// The version number that the build wrote to the jar.
    public static String version() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("(built from source)");
    }
}
