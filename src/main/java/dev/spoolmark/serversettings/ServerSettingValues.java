package dev.spoolmark.serversettings;

import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Registration;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The settings in force.
///
/// @param settings the same with their sources, in the order of [ServerSettingKey]
public record ServerSettingValues(
        String serverName,
        Optional<URI> publicUrl,
        AccountDefaults accountDefaults,
        BackupSchedule backups,
        List<ServerSetting> settings) {

    public ServerSettingValues {
        settings = List.copyOf(settings);
    }

    public Registration registration() {
        return accountDefaults.registration();
    }

    ServerSetting setting(ServerSettingKey key) {
        return settings.stream()
                .filter(setting -> setting.key() == key)
                .findFirst()
                .orElseThrow();
    }
}
