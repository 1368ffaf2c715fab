package dev.spoolmark.account;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Restores settings of an account from an export of this server. Settings are texts by their names in the export.
///
/// No import changes what gives access to the account, nor does it show anything to more users.
public final class SettingImports {

    private static final String ZONE = "time_zone";
    private static final String PROTECTED = "protected";
    private static final String SEARCHABLE = "searchable";
    private static final String AUDIENCE = "audience.";
    private static final String PROFILE = "profile.";

    private final AccountCache cache;
    private final InstantSource clock;

    SettingImports(AccountCache cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    /// All settings of an account; texts that are absent are empty.
    public Map<String, String> of(Tx tx, UserId user) {
        Account account = account(tx, user);
        Map<String, String> settings = display(account.preferences());
        Profile profile = account.profile();
        Gender gender = profile.gender();
        Integer age = profile.age();
        settings.put(PROFILE + "name", orEmpty(profile.fullName()));
        settings.put(PROFILE + "location", orEmpty(profile.location()));
        settings.put(PROFILE + "about", orEmpty(profile.about()));
        settings.put(PROFILE + "gender", gender == null ? "" : gender.key());
        settings.put(PROFILE + "age", age == null ? "" : String.valueOf(age));
        settings.put(PROTECTED, String.valueOf(account.isProtected()));
        settings.put(SEARCHABLE, String.valueOf(AccountStore.isSearchable(tx, user)));
        for (ProfileSection section : ProfileSection.values()) {
            settings.put(
                    AUDIENCE + section.key(), account.audiences().of(section).key());
        }
        return settings;
    }

    private static Account account(Tx tx, UserId user) {
        return AccountStore.credentials(tx, user).orElseThrow().account();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, String> display(Preferences preferences) {
        PageSettings pages = preferences.pages();
        Map<String, String> settings = new TreeMap<>();
        settings.put(ZONE, preferences.timeZone().getId());
        settings.put("clock_24h", String.valueOf(preferences.clock24Hours()));
        settings.put("v1_rating_mode", preferences.ratingMode().key());
        settings.put("v1_comment_badges", String.valueOf(preferences.commentBadges()));
        settings.put("v1_comment_spoilers", String.valueOf(preferences.commentSpoilers()));
        settings.put("language", pages.language().key());
        settings.put("week_start", pages.weekStart().key());
        settings.put("rating_scale", pages.ratingScale().key());
        settings.put("theme", pages.theme().key());
        settings.put("keyboard", String.valueOf(pages.keyboard()));
        settings.put("spoilers", pages.spoilers().key());
        return settings;
    }

    /// With these display settings, if those of the account are still the ones of a new account, whatever its time
    /// zone is.
    public Map<String, String> withDisplay(Map<String, String> before, Map<String, String> imported) {
        Map<String, String> after = new TreeMap<>(before);
        Map<String, String> defaults = display(Preferences.in(ZoneId.of(before.getOrDefault(ZONE, "UTC"))));
        if (before.entrySet().containsAll(defaults.entrySet())) {
            defaults.keySet().forEach(name -> after.put(name, imported.getOrDefault(name, before.get(name))));
        }
        return after;
    }

    /// With the texts about the user that are still empty.
    public Map<String, String> withProfile(Map<String, String> before, Map<String, String> imported) {
        Map<String, String> after = new TreeMap<>(before);
        imported.forEach((name, value) ->
                after.computeIfPresent(PROFILE + name, (_, present) -> present.isEmpty() ? value : present));
        return after;
    }

    /// With the narrower audience of each section, protected if either is, found by search only if both are.
    public Map<String, String> withVisibility(Map<String, String> before, Map<String, String> imported) {
        Map<String, String> after = new TreeMap<>(before);
        for (ProfileSection section : ProfileSection.values()) {
            String name = AUDIENCE + section.key();
            Audience.ofKey(imported.getOrDefault(section.key(), ""))
                    .ifPresent(other -> after.put(
                            name, audience(before, name).narrower(other).key()));
        }
        if ("true".equals(imported.get(PROTECTED))) {
            after.put(PROTECTED, "true");
        }
        if ("false".equals(imported.get(SEARCHABLE))) {
            after.put(SEARCHABLE, "false");
        }
        return after;
    }

    private static Audience audience(Map<String, String> settings, String name) {
        return Audience.ofKey(settings.getOrDefault(name, "")).orElse(Audience.SELF);
    }

    /// Replaces all settings.
    ///
    /// @return false if a value is none of this server; then nothing is stored
    public boolean store(Tx tx, UserId user, Map<String, String> settings) {
        Account account = account(tx, user);
        Preferences preferences;
        Profile profile;
        try {
            preferences = preferences(settings, account.preferences());
            profile = profile(settings, account.profile());
        } catch (ProblemException | DateTimeException invalid) {
            return false;
        }
        SectionAudiences audiences = account.audiences();
        for (ProfileSection section : ProfileSection.values()) {
            audiences = audiences.with(section, audience(settings, AUDIENCE + section.key()));
        }
        Instant now = clock.instant();
        AccountSettingsStore.changePreferences(tx, user, preferences);
        AccountSettingsStore.changeProfile(tx, user, profile, now);
        AccountSettingsStore.changeAudiences(tx, user, audiences, now);
        AccountPatch patch = new AccountPatch(is(settings, SEARCHABLE), is(settings, PROTECTED));
        AccountStore.change(tx, user, patch, now);
        cache.invalidate(user);
        return true;
    }

    private static boolean is(Map<String, String> settings, String name) {
        return "true".equals(settings.get(name));
    }

    private static Preferences preferences(Map<String, String> settings, Preferences before) {
        PageSettings pages = before.pages();
        return new Preferences(
                ZoneId.of(settings.getOrDefault(ZONE, "UTC")),
                one(settings, "v1_rating_mode", RatingMode.values(), RatingMode::key, before.ratingMode()),
                is(settings, "clock_24h"),
                is(settings, "v1_comment_badges"),
                is(settings, "v1_comment_spoilers"),
                new PageSettings(
                        one(settings, "language", Language.values(), Language::key, pages.language()),
                        one(settings, "week_start", WeekStart.values(), WeekStart::key, pages.weekStart()),
                        one(settings, "rating_scale", RatingScale.values(), RatingScale::key, pages.ratingScale()),
                        one(settings, "theme", Theme.values(), Theme::key, pages.theme()),
                        is(settings, "keyboard"),
                        one(settings, "spoilers", SpoilerLevel.values(), SpoilerLevel::key, pages.spoilers())));
    }

    private static Profile profile(Map<String, String> settings, Profile before) {
        String age = settings.getOrDefault(PROFILE + "age", "");
        boolean isAge = !age.isEmpty() && age.length() <= 3 && age.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Profile(
                settings.get(PROFILE + "name"),
                find(settings.getOrDefault(PROFILE + "gender", ""), Gender.values(), Gender::key)
                        .orElse(null),
                isAge ? (Integer) AsciiNumber.parseInt(age) : null,
                settings.get(PROFILE + "location"),
                settings.get(PROFILE + "about"),
                before.avatar());
    }

    private static <T> T one(Map<String, String> settings, String name, T[] values, Function<T, String> key, T other) {
        return find(settings.getOrDefault(name, ""), values, key).orElse(other);
    }

    private static <T> Optional<T> find(String text, T[] values, Function<T, String> key) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst();
    }
}
