package dev.spoolmark.app.config;

import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.serversettings.BackupSchedule;
import dev.spoolmark.serversettings.ServerSetting;
import dev.spoolmark.serversettings.ServerSettingKey;
import dev.spoolmark.serversettings.ServerSettingValues;
import dev.spoolmark.serversettings.ServerSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Combines the settings in the database with those of file, environment and options, which override them.
public final class StoredSettings implements ServerSettings.Resolver {

    private static final String SOURCE = "database";

    private final RawSettings startupSettings;

    /// @param settings values stored in the database are ignored
    public StoredSettings(RawSettings settings) {
        Map<String, RawSettings.RawValue> values = new LinkedHashMap<>(settings.values());
        values.values().removeIf(value -> value.source().equals(SOURCE));
        this.startupSettings = new RawSettings(values);
    }

    /// All settings, those of the database with the lowest precedence.
    public RawSettings combine(Map<ServerSettingKey, String> stored) {
        Map<String, RawSettings.RawValue> values = new LinkedHashMap<>();
        stored.forEach((key, value) -> values.put(key.key(), new RawSettings.RawValue(value, SOURCE)));
        return new RawSettings(values).overriddenBy(startupSettings);
    }

    @Override
    public ServerSettingValues resolve(Map<ServerSettingKey, String> stored) {
        RawSettings combined = combine(stored);
        try {
            Configuration.Users users = Configuration.of(combined).users();
            return new ServerSettingValues(
                    combined.get(ListeningSettings.SERVER_NAME),
                    combined.get(ListeningSettings.PUBLIC_URL),
                    new AccountDefaults(users.registration(), users.protectedByDefault(), users.timeZone()),
                    new BackupSchedule(
                            combined.get(BackupSettings.BACKUP_TIME), combined.get(BackupSettings.BACKUP_KEEP)),
                    Arrays.stream(ServerSettingKey.values())
                            .map(key -> setting(combined, key))
                            .toList());
        } catch (UserErrorException wrong) {
            throw new IllegalArgumentException(wrong.message(), wrong);
        }
    }

    private ServerSetting setting(RawSettings combined, ServerSettingKey key) {
        RawSettings.EffectiveSetting effective = combined.effective().stream()
                .filter(setting -> setting.key().equals(key.key()))
                .findFirst()
                .orElseThrow();
        return new ServerSetting(
                key,
                effective.value(),
                effective.source(),
                startupSettings.values().containsKey(key.key()));
    }
}
