package dev.spoolmark.account;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The audience that a user has selected for each section. What a protected profile shows is never wider than
/// [Audience#FOLLOWERS]; [Account#audience] applies that.
///
/// @param narrowed the sections that are not open to everyone
public record SectionAudiences(Map<ProfileSection, Audience> narrowed) {

    /// The selection of a new account.
    public static final SectionAudiences EVERYONE = new SectionAudiences(Map.of());

    public SectionAudiences {
        narrowed = narrowed.isEmpty() ? Map.of() : withoutEveryone(narrowed);
    }

    private static Map<ProfileSection, Audience> withoutEveryone(Map<ProfileSection, Audience> audiences) {
        return audiences.entrySet().stream()
                .filter(entry -> entry.getValue() != Audience.EVERYONE)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Audience of(ProfileSection section) {
        return narrowed.getOrDefault(section, Audience.EVERYONE);
    }

    public SectionAudiences with(ProfileSection section, Audience audience) {
        Map<ProfileSection, Audience> changed = new EnumMap<>(ProfileSection.class);
        changed.putAll(narrowed);
        changed.put(section, audience);
        return new SectionAudiences(changed);
    }

    /// The narrowest audience of all sections.
    Audience narrowest() {
        return narrowed.isEmpty()
                ? Audience.EVERYONE
                : narrowed.values().stream().reduce(Audience.EVERYONE, Audience::narrower);
    }

    /// For example `history=friends,ratings=self`, in the order of the sections.
    String text() {
        return Arrays.stream(ProfileSection.values())
                .filter(narrowed::containsKey)
                .map(section -> section.key() + "=" + of(section).key())
                .collect(Collectors.joining(","));
    }

    /// The reverse of [#text]. An audience that this version does not know counts as [Audience#SELF]: a newer
    /// version wrote it.
    static SectionAudiences parse(String text) {
        if (text.isEmpty()) {
            return EVERYONE;
        }
        Map<ProfileSection, Audience> parsed = new EnumMap<>(ProfileSection.class);
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            ProfileSection.ofKey(entry.substring(0, Math.max(0, equals)))
                    .ifPresent(section -> parsed.put(
                            section, Audience.ofKey(entry.substring(equals + 1)).orElse(Audience.SELF)));
        }
        return new SectionAudiences(parsed);
    }
}
