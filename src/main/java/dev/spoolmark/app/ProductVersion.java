package dev.spoolmark.app;

import java.util.Optional;

/// Which Spoolmark this is.
public final class ProductVersion {

    private ProductVersion() {}

    /// The number alone, as it is told to others.
    static String number() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /// The number that the build wrote into the jar.
    public static String version() {
        return Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("(built from source)");
    }
}
