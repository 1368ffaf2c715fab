package dev.spoolmark.serversettings;

import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// SQL of the stored settings.
final class ServerSettingStore {

    private ServerSettingStore() {}

    /// Without those that this version does not know.
    static Map<ServerSettingKey, String> all(Tx tx) {
        Map<ServerSettingKey, String> stored = new EnumMap<>(ServerSettingKey.class);
        tx.forEach(
                "SELECT setting_key, value FROM server_setting ORDER BY setting_key",
                row -> ServerSettingKey.ofKey(row.getString(1)).ifPresent(key -> stored.put(key, row.getString(2))));
        return stored;
    }

    /// An empty value is not stored.
    static void set(Tx tx, ServerSettingKey key, String value, Instant now) {
        if (value.isEmpty()) {
            tx.update("DELETE FROM server_setting WHERE setting_key = ?", key.key());
            return;
        }
        tx.update("""
                INSERT INTO server_setting (setting_key, value, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (setting_key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at
                """, key.key(), value, now);
    }
}
