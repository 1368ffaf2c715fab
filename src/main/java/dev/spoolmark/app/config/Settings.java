package dev.spoolmark.app.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All settings. `docs/manual/settings.md` is generated from this list.
public final class Settings {

    /// In the order of the manual.
    public static final List<Setting<?>> ALL = Stream.of(
                    ListeningSettings.ALL,
                    AccessSettings.ALL,
                    BackupSettings.ALL,
                    MailSettings.ALL,
                    PasswordSettings.ALL,
                    SourceSettings.ALL,
                    DatabaseServerSettings.ALL,
                    LimitSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private Settings() {}

    static Optional<Setting<?>> find(String key) {
        for (Setting<?> setting : ALL) {
            if (setting.key().equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    static List<String> keys() {
        return ALL.stream().<String>map(Setting::key).toList();
    }
}
