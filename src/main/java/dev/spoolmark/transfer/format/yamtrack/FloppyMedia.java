package dev.spoolmark.transfer.format.yamtrack;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.MediaDetails;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The medium of a collected item: words that users type, such as `Blu-ray` and `4K`, as those of the Trakt API. Words
/// that the API does not have are left out.
final class FloppyMedia {

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("bluray", "bluray"),
            Map.entry("bluray4k", "bluray"),
            Map.entry("4kbluray", "bluray"),
            Map.entry("4kuhdbluray", "bluray"),
            Map.entry("uhdbluray", "bluray"),
            Map.entry("4kuhd", "bluray"),
            Map.entry("dvd", "dvd"),
            Map.entry("hddvd", "hddvd"),
            Map.entry("vhs", "vhs"),
            Map.entry("vcd", "vcd"),
            Map.entry("laserdisc", "laserdisc"),
            Map.entry("betamax", "betamax"),
            Map.entry("digital", "digital"),
            Map.entry("file", "digital"));

    private static final Map<String, String> RESOLUTIONS = Map.ofEntries(
            Map.entry("4k", "uhd_4k"),
            Map.entry("uhd4k", "uhd_4k"),
            Map.entry("uhd", "uhd_4k"),
            Map.entry("2160p", "uhd_4k"),
            Map.entry("1080p", "hd_1080p"),
            Map.entry("hd1080p", "hd_1080p"),
            Map.entry("1080i", "hd_1080i"),
            Map.entry("hd1080i", "hd_1080i"),
            Map.entry("720p", "hd_720p"),
            Map.entry("hd720p", "hd_720p"),
            Map.entry("576p", "sd_576p"),
            Map.entry("576i", "sd_576i"),
            Map.entry("480p", "sd_480p"),
            Map.entry("480i", "sd_480i"));

    private static final Map<String, String> HDR = Map.of(
            "dolbyvision",
            "dolby_vision",
            "dv",
            "dolby_vision",
            "hdr10",
            "hdr10",
            "hdr10+",
            "hdr10_plus",
            "hdr10plus",
            "hdr10_plus",
            "hlg",
            "hlg");

    private static final Map<String, String> AUDIO = Map.ofEntries(
            Map.entry("dts", "dts"),
            Map.entry("dtshdma", "dts_ma"),
            Map.entry("dtsma", "dts_ma"),
            Map.entry("dtsx", "dts_x"),
            Map.entry("dts:x", "dts_x"),
            Map.entry("truehd", "dolby_truehd"),
            Map.entry("dolbytruehd", "dolby_truehd"),
            Map.entry("atmos", "dolby_atmos"),
            Map.entry("dolbyatmos", "dolby_atmos"),
            Map.entry("ac3", "dolby_digital"),
            Map.entry("dolbydigital", "dolby_digital"),
            Map.entry("eac3", "dolby_digital_plus"),
            Map.entry("dolbydigitalplus", "dolby_digital_plus"),
            Map.entry("aac", "aac"),
            Map.entry("mp3", "mp3"),
            Map.entry("flac", "flac"),
            Map.entry("lpcm", "lpcm"),
            Map.entry("pcm", "lpcm"));

    private FloppyMedia() {}

    static MediaDetails details(CsvRow row) {
        String channels = row.get("collection_audio_channels");
        String is3d = row.get("collection_is_3d");
        return new MediaDetails(
                word(FORMATS, row.get("collection_format")),
                word(RESOLUTIONS, row.get("collection_resolution")),
                word(HDR, row.get("collection_hdr")),
                word(AUDIO, row.get("collection_audio_codec")),
                channels.matches("\\d{1,2}\\.\\d(\\.\\d)?") ? channels : null,
                is3d.isEmpty() ? null : CellValues.isTrue(is3d));
    }

    private static @Nullable String word(Map<String, String> words, String cell) {
        return words.get(cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""));
    }
}
