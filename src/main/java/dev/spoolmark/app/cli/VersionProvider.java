package dev.spoolmark.app.cli;

import dev.spoolmark.app.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/// The output of `--version`.
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Spoolmark " + ProductVersion.version()};
    }
}
