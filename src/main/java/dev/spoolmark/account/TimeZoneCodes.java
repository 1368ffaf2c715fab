package dev.spoolmark.account;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The codes by which v1 names a time zone, `UM8` for eight hours west
/// (`docs/spec/v1/conventions.md#time-zone-codes`).
///
/// They know nothing of summer time: a zone is named by its standard offset.
public final class TimeZoneCodes {

    private static final NavigableMap<Integer, String> BY_MINUTES = codes();

    private TimeZoneCodes() {}

    /// The code of the zone's standard offset, or the nearest one west of it when that offset has none.
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

    /// Digits are hours; a 5, 75 behind them is a half and three quarters, but in `UP45` and the like the 5 is a
    /// half.
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
