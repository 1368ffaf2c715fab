package dev.spoolmark.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Runs the same requests and commands in processes with different locales. All output must equal that in English.
final class LocaleTorture {

    /// Other digits, other case mappings, other calendars.
    static final List<Locale> SAMPLES =
            List.of(Locale.of("ar", "EG"), Locale.of("fa", "IR"), Locale.of("tr", "TR"), Locale.of("th", "TH", "TH"));

    private static final int PARALLEL_PROCESSES = 2;
    private static final int MAX_REPORTED = 3;

    private LocaleTorture() {}

    /// Every locale with other digits, and those with special case mappings and calendars.
    static List<Locale> all() {
        Stream<Locale> digits = Stream.of(Locale.getAvailableLocales())
                .filter(locale ->
                        !locale.getCountry().isEmpty() && locale.getScript().isEmpty())
                .filter(locale -> DecimalFormatSymbols.getInstance(locale).getZeroDigit() != '0');
        return Stream.concat(
                        SAMPLES.stream(),
                        Stream.concat(
                                digits,
                                Stream.of(Locale.of("az", "AZ"), Locale.of("lt", "LT"), Locale.of("ja", "JP", "JP"))))
                .distinct()
                .toList();
    }

    static Outcome run(List<Locale> locales) throws IOException, InterruptedException {
        String expected = transcript(Locale.of("en", "US"));
        List<String> faults = new ArrayList<>();
        try (ExecutorService processes = Executors.newFixedThreadPool(PARALLEL_PROCESSES)) {
            Map<Locale, Future<String>> rendered = new LinkedHashMap<>();
            locales.forEach(locale -> rendered.put(locale, processes.submit(() -> transcript(locale))));
            for (Map.Entry<Locale, Future<String>> one : rendered.entrySet()) {
                compare(one.getKey(), expected, one.getValue().get(), faults);
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("languages beside English", locales.size());
        figures.put("lines each", expected.lines().count());
        return new Outcome("language of the machine", figures, faults);
    }

    private static void compare(Locale locale, String expected, String text, List<String> faults) {
        List<String> requested = expected.lines().toList();
        List<String> found = text.lines().toList();
        int differing = 0;
        for (int at = 0; at < Math.max(requested.size(), found.size()) && differing < MAX_REPORTED; at++) {
            String one = at < requested.size() ? requested.get(at) : "nothing";
            String other = at < found.size() ? found.get(at) : "nothing";
            if (!one.equals(other)) {
                differing++;
                faults.add(locale + ": " + other + " instead of " + one);
            }
        }
    }

    private static String transcript(Locale locale) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Duser.language=" + locale.getLanguage(),
                        "-Duser.country=" + locale.getCountry(),
                        "-Duser.variant=" + locale.getVariant(),
                        "-Djava.util.logging.config.file=etc/test-logging.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocaleTranscript.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? text : text + "it ended with " + code;
    }
}
