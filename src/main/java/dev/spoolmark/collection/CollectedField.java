package dev.spoolmark.collection;

import java.util.List;
import java.util.Locale;

/// A detail of a collected item that has one of several words. The words are those of the Trakt API.
public enum CollectedField {
    MEDIA_TYPE("digital", "bluray", "hddvd", "dvd", "vcd", "vhs", "betamax", "laserdisc"),
    RESOLUTION("uhd_4k", "hd_1080p", "hd_1080i", "hd_720p", "sd_480p", "sd_480i", "sd_576p", "sd_576i"),
    HDR("dolby_vision", "hdr10", "hdr10_plus", "hlg"),
    AUDIO(
            "lpcm",
            "mp3",
            "mp2",
            "aac",
            "ogg",
            "ogg_opus",
            "wma",
            "flac",
            "dts",
            "dts_ma",
            "dts_hr",
            "dts_x",
            "auro_3d",
            "dolby_prologic",
            "dolby_digital",
            "dolby_digital_plus",
            "dolby_digital_plus_atmos",
            "dolby_truehd",
            "dolby_atmos"),
    AUDIO_CHANNELS(
            "1.0", "2.0", "2.1", "3.0", "3.1", "4.0", "4.1", "5.0", "5.1", "5.1.2", "5.1.4", "6.1", "7.1", "7.1.2",
            "7.1.4", "9.1", "10.1");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> words;

    CollectedField(String... words) {
        this.words = List.of(words);
    }

    /// Name of the column, in exports and in forms.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The words that are allowed.
    public List<String> words() {
        return words;
    }
}
