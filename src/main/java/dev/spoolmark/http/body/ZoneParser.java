package dev.spoolmark.http.body;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses the zone of a time, in lower case: nothing, `z`, `+02:00`, `+0200`, `+02`, `gmt+2`, the names of RFC
/// 2822, a region such as `europe/berlin`, also in brackets after an offset, which it overrides.
final class ZoneParser {

    private static final Pattern COMMENT = Pattern.compile(" ?\\([^()]*\\)$");
    private static final Pattern REGION = Pattern.compile("(?<offset>[^\\[]*)\\[(?<region>[a-z0-9_+/-]+)]");
    private static final Pattern OFFSET =
            Pattern.compile("(?:utc|gmt|z)?(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?(?::?00)?");

    /// The result of `+02:00` in a form or URL in which the plus was not encoded.
    private static final Pattern PLUS_AS_BLANK = Pattern.compile(" (?<hours>[0-9]{2}):?(?<minutes>[0-9]{2})");

    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("z", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("ut", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7));

    private ZoneParser() {}

    /// @param text the text after the time or the date
    /// @param timed whether it follows a time
    /// @return the zone, UTC if there is none; empty if the text is not a zone
    static Optional<ZoneId> of(@Nullable String text, boolean timed) {
        if (text == null) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher plusAsBlank = PLUS_AS_BLANK.matcher(text);
        if (timed && plusAsBlank.matches()) {
            return of("+" + text.strip(), true);
        }
        String plain = COMMENT.matcher(text).replaceFirst("").strip();
        Integer hours = HOURS.get(plain);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        Matcher region = REGION.matcher(plain);
        if (region.matches()) {
            String offset = region.group("offset").strip();
            return offset.isEmpty() ? region(region.group("region")) : of(offset, timed);
        }
        Matcher offset = OFFSET.matcher(plain);
        return offset.matches() ? offset(offset) : region(plain);
    }

    private static Optional<ZoneId> offset(Matcher found) {
        int hours = digits(found.group("hours"));
        String minutes = found.group("minutes");
        int seconds = (hours * 60 + (minutes == null ? 0 : digits(minutes))) * 60;
        boolean isOffset = seconds <= ZoneOffset.MAX.getTotalSeconds() && (minutes == null || digits(minutes) < 60);
        return isOffset
                ? Optional.of(ZoneOffset.ofTotalSeconds(found.group("sign").equals("-") ? -seconds : seconds))
                : Optional.empty();
    }

    private static int digits(String two) {
        int value = 0;
        for (int i = 0; i < two.length(); i++) {
            value = value * 10 + (two.charAt(i) - '0');
        }
        return value;
    }

    private static Optional<ZoneId> region(String name) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.indexOf('/') > 0 && id.equalsIgnoreCase(name))
                .findFirst()
                .map(ZoneParser::availableZone);
    }

    private static ZoneId availableZone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalStateException(id + " was available", e);
        }
    }
}
