package dev.spoolmark.api.v1.model;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Codes of time zones, such as `UM8` for UTC-8 (`docs/spec/v1/conventions.md#time-zone-codes`).
///
/// They ignore daylight saving time: a code stands for a standard offset.
public final class V1TimeZones {

    private static final NavigableMap<Integer, String> BY_MINUTES = codes();

    private V1TimeZones() {}

    /// The code of the standard offset of a zone, or of the nearest offset west of it that has a code.
    public static String of(ZoneId zone, Instant now) {
        int minutes = Math.floorDiv(zone.getRules().getStandardOffset(now).getTotalSeconds(), 60);
        Map.Entry<Integer, String> nearest = BY_MINUTES.floorEntry(minutes);
        return nearest == null ? BY_MINUTES.firstEntry().getValue() : nearest.getValue();
    }

    private static NavigableMap<Integer, String> codes() {
        NavigableMap<Integer, String> codes = new TreeMap<>();
        for (String code : names()) {
            codes.put(minutes(code), code);
        }
        return codes;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "UTC", "UM95", "UM45", "UM35", "UP35", "UP45", "UP55", "UP575", "UP65", "UP875", "UP95", "UP105",
                "UP115", "UP1275"));
        for (int hours = 1; hours <= 12; hours++) {
            names.add("UM" + hours);
        }
        for (int hours = 1; hours <= 14; hours++) {
            names.add("UP" + hours);
        }
        return names;
    }

    /// Up to 14, the digits are hours; otherwise a final 5 means half an hour and a final 75 three quarters.
    private static int minutes(String code) {
        if (code.equals("UTC")) {
            return 0;
        }
        int sign = code.charAt(1) == 'M' ? -1 : 1;
        return sign * minutesOf(code.substring(2));
    }

    private static int minutesOf(String digits) {
        if (digits.endsWith("75")) {
            return 60 * AsciiNumber.parseInt(digits.substring(0, digits.length() - 2)) + 45;
        }
        int number = AsciiNumber.parseInt(digits);
        return number <= 14 ? 60 * number : 60 * (number / 10) + 30;
    }
}
