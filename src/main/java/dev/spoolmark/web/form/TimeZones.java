package dev.spoolmark.web.form;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
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

    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final List<Region> ALL = read();
    private static final Content OPTIONS = new HtmlBytes(html(ALL));

    private TimeZones() {}

    private record Region(String name, List<Choice> zones) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record HtmlBytes(byte[] bytes) implements Content {

        @Override
        public void writeTo(TemplateOutput output) {
            output.writeBinaryContent(bytes);
        }
    }

    /// All regions by name, each with its time zones by name, as the content of a `select`. None is selected, so that
    /// it is written once and not for each page: there are about 450.
    public static Content options() {
        return OPTIONS;
    }

    /// The name of a time zone in a list, or the value itself if it is none.
    public static String text(String value) {
        return ALL.stream()
                .flatMap(region -> region.zones().stream())
                .filter(zone -> zone.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse(value);
    }

    /// The time zone of a form, which may also be one that the JDK knows and the page does not offer.
    public static Optional<ZoneId> parse(String value) {
        return KNOWN.contains(value) ? Optional.of(ZoneId.of(value)) : Optional.empty();
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
        KNOWN.stream().sorted().forEach(id -> {
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

    /// The names consist of letters, digits and `_-+/`.
    private static byte[] html(List<Region> regions) {
        StringBuilder html = new StringBuilder();
        for (Region region : regions) {
            html.append("<optgroup label=\"").append(region.name()).append("\">\n");
            for (Choice zone : region.zones()) {
                html.append("<option value=\"").append(zone.value()).append("\">");
                html.append(zone.text()).append("</option>\n");
            }
            html.append("</optgroup>\n");
        }
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
