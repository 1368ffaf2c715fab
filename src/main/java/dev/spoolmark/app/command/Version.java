package dev.spoolmark.app.command;

import dev.spoolmark.app.Release;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Spoolmark " + Release.version()};
    }
}
