package dev.spoolmark.account.session;

import java.util.List;
import java.util.Optional;

/// Browser and system of a `User-Agent` field, in words of the server: nothing of the field itself is stored or
/// shown.
final class DeviceName {

    /// The first match counts: most browsers also name those that they resemble.
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Vivaldi/", "Vivaldi"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"),
            new Mark("curl/", "curl"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Macintosh", "macOS"),
            new Mark("Linux", "Linux"));

    private DeviceName() {}

    private record Mark(String part, String name) {}

    /// `Firefox, Windows`; only one of the two if the other is unknown, empty if both are.
    static String of(String userAgent) {
        Optional<String> browser = find(BROWSERS, userAgent);
        Optional<String> system = find(SYSTEMS, userAgent);
        return browser.map(name -> name + system.map(known -> ", " + known).orElse(""))
                .or(() -> system)
                .orElse("");
    }

    private static Optional<String> find(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.part()))
                .map(Mark::name)
                .findFirst();
    }
}
