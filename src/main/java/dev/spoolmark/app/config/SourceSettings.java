package dev.spoolmark.app.config;

import dev.spoolmark.core.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Unknown titles, and the metadata sources.
public final class SourceSettings {

    static final Setting<Boolean> PROVISIONAL = Setting.of(
            "catalog.provisional",
            "on",
            SettingParsers::onOff,
            "Whether an unknown movie, show or episode that a client sends is stored with the data from"
                    + " the client. With `off` it is skipped, which may suit a public server.");

    static final Setting<List<String>> SOURCES_ALLOW_PRIVATE = Setting.of(
            "sources.allow_private",
            "",
            SettingParsers.eachOf(
                    PrivateSourceRule::of, "names of sources, optionally with a network: `tvmaze:192.168.1.0/24`"),
            "Metadata sources that may be reached at private addresses, separated by commas: a name such"
                    + " as `tvmaze` allows private networks, `tvmaze:192.168.1.0/24` one range. All other sources"
                    + " are reached at public addresses only.");

    public static final Setting<Boolean> TVMAZE_ENABLED = Setting.of(
            "sources.tvmaze.enabled",
            "on",
            SettingParsers::onOff,
            "Whether to look up shows at TVmaze: unknown shows that a client sends, and known shows"
                    + " again when they may have changed. No key is needed.");

    static final Setting<Optional<URI>> TVMAZE_URL =
            Setting.of("sources.tvmaze.url", "https://api.tvmaze.com", SettingParsers::address, "Base URL of TVmaze.");

    static final Setting<Boolean> TMDB_ENABLED = Setting.of(
            "sources.tmdb.enabled",
            "on",
            SettingParsers::onOff,
            "Whether to look up movies and shows at TMDB. Requires `sources.tmdb.token`.");

    static final Setting<Optional<URI>> TMDB_URL =
            Setting.of("sources.tmdb.url", "https://api.themoviedb.org", SettingParsers::address, "Base URL of TMDB.");

    static final Setting<Secret> TMDB_TOKEN = Setting.secret(
            "sources.tmdb.token",
            SettingParsers::secret,
            "API read access token of your TMDB account. Alternatively"
                    + " `SPOOLMARK_SOURCES_TMDB_TOKEN_FILE` names a file that contains it.");

    static final Setting<Boolean> TVDB_ENABLED = Setting.of(
            "sources.tvdb.enabled",
            "on",
            SettingParsers::onOff,
            "Whether to look up shows at TheTVDB. Requires `sources.tvdb.key`.");

    static final Setting<Optional<URI>> TVDB_URL =
            Setting.of("sources.tvdb.url", "https://api4.thetvdb.com", SettingParsers::address, "Base URL of TheTVDB.");

    static final Setting<Secret> TVDB_KEY = Setting.secret(
            "sources.tvdb.key",
            SettingParsers::secret,
            "Your key for version 4 of the TheTVDB API. Alternatively `SPOOLMARK_SOURCES_TVDB_KEY_FILE`"
                    + " names a file that contains it.");

    static final Setting<Optional<Path>> IMDB_FOLDER = Setting.of(
            "sources.imdb.folder",
            "",
            SettingParsers::path,
            "A directory with the IMDb data sets. The server imports it, and imports it again when its"
                    + " files have changed, at most once a day; `catalog status` prints the result. If unset, only"
                    + " `catalog load` imports IMDb data.");

    static final List<Setting<?>> ALL = List.of(
            PROVISIONAL,
            SOURCES_ALLOW_PRIVATE,
            TVMAZE_ENABLED,
            TVMAZE_URL,
            TMDB_ENABLED,
            TMDB_URL,
            TMDB_TOKEN,
            TVDB_ENABLED,
            TVDB_URL,
            TVDB_KEY,
            IMDB_FOLDER);

    private SourceSettings() {}
}
