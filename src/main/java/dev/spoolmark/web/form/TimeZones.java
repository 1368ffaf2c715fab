package dev.spoolmark.web.form;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The time zones that a form offers: those of the IANA database that are named after a region and a city.
public final class TimeZones {

    private static final Set<String> REGIONS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    private static final List<Region> ALL = read();

    private TimeZones() {}

    /// A group of time zones.
    public record Region(String name, List<Choice> zones) {

        public Region {
            zones = List.copyOf(zones);
        }
    }

    /// All regions by name, each with its time zones by name.
    public static List<Region> all() {
        return ALL;
    }

    /// Whether a value is among those of [#all].
    public static boolean isOffered(String value) {
        return ALL.stream()
                .flatMap(region -> region.zones().stream())
                .anyMatch(zone -> zone.value().equals(value));
    }

    /// The time zone of a form, which may also be one that the JDK knows and the page does not offer.
    public static Optional<ZoneId> parse(String value) {
        return ZoneId.getAvailableZoneIds().contains(value) ? Optional.of(ZoneId.of(value)) : Optional.empty();
    }

    /// The time zone in a field of a form.
    ///
    /// @return null and an error when there is no such time zone
    public static @Nullable ZoneId read(Form form, String field) {
        Optional<ZoneId> zone = parse(form.text(field));
        if (zone.isEmpty()) {
            form.error(field, "form.choice");
        }
        return zone.orElse(null);
    }

    private static List<Region> read() {
        Map<String, List<Choice>> regions = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream().sorted().forEach(id -> {
            int slash = id.indexOf('/');
            String region = slash < 0 ? "" : id.substring(0, slash);
            if (REGIONS.contains(region)) {
                String city = id.substring(slash + 1).replace('_', ' ').replace("/", ", ");
                regions.computeIfAbsent(region, first -> new ArrayList<>()).add(new Choice(id, city));
            }
        });
        regions.put("UTC", List.of(new Choice("UTC", "UTC")));
        return regions.entrySet().stream()
                .map(entry -> new Region(entry.getKey(), entry.getValue()))
                .toList();
    }
}
