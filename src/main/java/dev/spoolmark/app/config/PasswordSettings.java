package dev.spoolmark.app.config;

import dev.spoolmark.core.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The first administrator, and rules and hashes of passwords.
final class PasswordSettings {

    static final Setting<Optional<String>> ADMIN_USERNAME = Setting.of(
            "admin.username",
            "",
            SettingParsers::optional,
            "Name of the first administrator. If the server has no account when it starts, it creates this one with"
                    + " `admin.password`; otherwise both settings have no effect.");

    static final Setting<Secret> ADMIN_PASSWORD = Setting.secret(
            "admin.password",
            SettingParsers::secret,
            "Password of the first administrator, at least 8 characters. Alternatively"
                    + " `SPOOLMARK_ADMIN_PASSWORD_FILE` names a file that contains it. White space at the beginning and"
                    + " the end is removed. Remove the setting after the first start.");

    static final Setting<Boolean> PASSWORDS_ON_V1 = Setting.of(
            "passwords.v1",
            "on",
            SettingParsers::onOff,
            "Whether sign-in passwords work on API v1. With `off` clients of v1 need app passwords. Each user can"
                    + " turn it off for their own account.");

    static final Setting<Boolean> SECOND_FACTOR_FOR_ADMINISTRATORS = Setting.of(
            "second_factor.administrators",
            "off",
            SettingParsers::onOff,
            "Whether administrators must turn on two-factor sign-in before they can use the administration"
                    + " pages.");

    static final Setting<Optional<Path>> COMMON_PASSWORDS = Setting.of(
            "passwords.common",
            "",
            SettingParsers::path,
            "A file with additional passwords that users who register may not choose, as hexadecimal"
                    + " SHA-1 hashes, one per line.");

    static final Setting<Integer> ARGON2_MEMORY = Setting.of(
            "argon2.memory",
            "19456",
            SettingParsers.number(19_456, 4_194_304),
            "Memory for hashing a password with Argon2id, in KiB. Stored hashes are updated at the next" + " sign-in.");

    static final Setting<Integer> ARGON2_ITERATIONS = Setting.of(
            "argon2.iterations",
            "2",
            SettingParsers.number(2, 100),
            "Number of Argon2id iterations for hashing a password.");

    static final List<Setting<?>> ALL = List.of(
            ADMIN_USERNAME,
            ADMIN_PASSWORD,
            PASSWORDS_ON_V1,
            SECOND_FACTOR_FOR_ADMINISTRATORS,
            COMMON_PASSWORDS,
            ARGON2_MEMORY,
            ARGON2_ITERATIONS);

    private PasswordSettings() {}
}
