package dev.spoolmark.serversettings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The settings that can be changed on a page.
public enum ServerSettingKey {

    /// Takes effect at the next start.
    PUBLIC_URL,
    SERVER_NAME,

    /// Request limits and trusted networks that depend on it change at the next start.
    REGISTRATION,

    /// Of new accounts, and of the schedule of backups.
    TIME_ZONE,

    /// Of each day, `HH:mm`.
    BACKUP_TIME,

    /// Number of backups.
    BACKUP_KEEP;

    /// The name of the setting, as in files: `public_url`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is about the schedule of backups, which has its own page.
    public boolean isBackup() {
        return this == BACKUP_TIME || this == BACKUP_KEEP;
    }

    public static Optional<ServerSettingKey> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
