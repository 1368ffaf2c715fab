package dev.spoolmark.web.entry;

import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.NewAccount.Choices;
import dev.spoolmark.account.Registration;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.serversettings.ServerSetting;
import dev.spoolmark.serversettings.ServerSettingKey;
import dev.spoolmark.serversettings.ServerSettingValues;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.TimeZones;
import dev.spoolmark.web.text.Texts;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of the set-up page.
///
/// @param settings those that the page can change
record SetupForm(NewAccount administrator, Map<ServerSettingKey, String> settings) {

    private static final int LONGEST = 200;

    SetupForm {
        settings = Map.copyOf(settings);
    }

    /// The form with the settings in force. The public address is suggested where the visitor came by TLS.
    static Form initial(PageRequest request, ServerSettingValues current) {
        Map<String, String> values = new HashMap<>();
        current.settings().forEach(setting -> values.put(setting.key().key(), setting.value()));
        values.put(
                ServerSettingKey.TIME_ZONE.key(),
                current.accountDefaults().defaultTimeZone().getId());
        String base = request.http().base();
        if (current.publicUrl().isEmpty() && base.startsWith("https:")) {
            values.put(ServerSettingKey.PUBLIC_URL.key(), base);
        }
        return Form.of(request.text(), values);
    }

    static List<Choice> registrations(Texts texts) {
        return Choice.of(Registration.class, texts, "setup.registration.");
    }

    /// The values of a form.
    ///
    /// @return null and errors beside the fields if a value is missing or unsuitable
    static @Nullable SetupForm read(Form form, ServerSettings settings) {
        Map<ServerSettingKey, String> values = new EnumMap<>(ServerSettingKey.class);
        for (ServerSetting setting : settings.current().settings()) {
            if (!setting.isFixed() && !setting.key().isBackup()) {
                values.put(setting.key(), value(form, setting.key()));
            }
        }
        values.forEach((key, value) -> check(form, settings, key, value));
        NewAccount administrator = NewAccountForm.read(form, true, choices(values, settings));
        return administrator == null || form.hasErrors() ? null : new SetupForm(administrator, values);
    }

    private static String value(Form form, ServerSettingKey key) {
        return switch (key) {
            case PUBLIC_URL -> form.limited(key.key(), LONGEST);
            case SERVER_NAME -> form.required(key.key(), LONGEST);
            case REGISTRATION, TIME_ZONE, BACKUP_TIME, BACKUP_KEEP -> form.text(key.key());
        };
    }

    private static void check(Form form, ServerSettings settings, ServerSettingKey key, String value) {
        boolean isChoice = key == ServerSettingKey.REGISTRATION || key == ServerSettingKey.TIME_ZONE;
        try {
            if (isChoice && value.isEmpty()) {
                form.error(key.key(), "form.choice");
            }
            settings.check(key, value);
        } catch (ProblemException unsuitable) {
            form.error(key.key(), isChoice ? "form.choice" : "setup." + key.key() + ".invalid");
        }
    }

    /// The administrator has the time zone of the server.
    private static Choices choices(Map<ServerSettingKey, String> values, ServerSettings settings) {
        ZoneId current = settings.current().accountDefaults().defaultTimeZone();
        ZoneId zone = TimeZones.parse(values.getOrDefault(ServerSettingKey.TIME_ZONE, ""))
                .orElse(current);
        return new Choices(null, null, zone, true);
    }
}
