package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.web.PageRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// No path belongs to both a page and an API, for any values of its variables.
class PageAddressesTest {

    private static final Path V2 = Path.of("src/test/resources/spec/v2/paths.txt");
    private static final TestServer SERVER = TestServer.startEmpty(InstantSource.fixed(Instant.EPOCH));

    @AfterAll
    static void close() {
        SERVER.close();
    }

    /// A path with its variables.
    ///
    /// @param segments a variable is `*`
    /// @param open whether any number of segments may follow
    record Pattern(List<String> segments, boolean open) {

        static Pattern closed(String path) {
            return new Pattern(split(path), false);
        }

        static Pattern open(String path) {
            return new Pattern(split(path), true);
        }

        private static List<String> split(String path) {
            return Arrays.stream(path.substring(1).split("/", -1))
                    .map(segment -> segment.startsWith("{") || segment.startsWith(":") ? "*" : segment)
                    .toList();
        }

        /// Whether there is a path that both match.
        boolean meets(Pattern other) {
            boolean longEnough = (open || segments.size() >= other.segments.size())
                    && (other.open || other.segments.size() >= segments.size());
            for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
                String segment = segments.get(i);
                String others = other.segments.get(i);
                if (!segment.equals(others) && !segment.equals("*") && !others.equals("*")) {
                    return false;
                }
            }
            return longEnough;
        }

        @Override
        public String toString() {
            return "/" + String.join("/", segments) + (open ? "/..." : "");
        }
    }

    static List<String> pages() {
        return DeclaredPages.of(SERVER).stream()
                .map(PageRoute::path)
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageHasAPathOfAnApi(String page) throws IOException {
        List<Pattern> apis = new ArrayList<>(v1());
        apis.addAll(v2());
        apis.addAll(others());

        assertThat(apis).hasSizeGreaterThan(400).noneMatch(Pattern.closed(page)::meets);
    }

    /// The name of a method, then the key and values.
    private static List<Pattern> v1() {
        return SERVER.methods().stream()
                .map(ApiMethod::path)
                .map(path -> path.replaceFirst("/\\{.*|\\?.*", "")
                        .replace(".json", "")
                        .replace(".format", ""))
                .map(Pattern::open)
                .toList();
    }

    private static List<Pattern> v2() throws IOException {
        try (Stream<String> lines = Files.lines(V2)) {
            return lines.filter(line -> line.startsWith("/"))
                    .flatMap(line -> alternatives(line).stream())
                    .map(Pattern::closed)
                    .toList();
        }
    }

    /// With and without the parts in brackets, which are at the end.
    private static List<String> alternatives(String path) {
        List<String> alternatives = new ArrayList<>();
        for (int end = path.indexOf('['); end >= 0; end = path.indexOf('[', end + 1)) {
            alternatives.add(path.substring(0, end).replace("[", ""));
        }
        alternatives.add(path.replace("[", "").replace("]", ""));
        return alternatives;
    }

    /// The documentation, images, the endpoints of OAuth, health checks.
    private static List<Pattern> others() {
        return List.of(
                Pattern.open("/api-docs"),
                Pattern.open("/images"),
                Pattern.open("/assets"),
                Pattern.closed("/oauth/token"),
                Pattern.closed("/oauth/revoke"),
                Pattern.closed("/oauth/device/code"),
                Pattern.closed("/oauth/device/token"),
                Pattern.closed("/.well-known/oauth-authorization-server"),
                Pattern.closed("/health"),
                Pattern.closed("/ready"));
    }

    @ParameterizedTest
    @CsvSource({
        "/users/{name}, true",
        "/calendars/all/dvd, true",
        "/calendars/all/{kind}/{day}/{days}, true",
        "/calendars/all/{kind}/{genre}/{day}/{days}/{more}, false",
        "/user/profile, false",
        "/activate/{code}, false"
    })
    void aPatternThatOverlapsV2IsFound(String page, boolean meets) throws IOException {
        assertThat(v2().stream().anyMatch(Pattern.closed(page)::meets)).isEqualTo(meets);
    }

    @ParameterizedTest
    @CsvSource({"/user/profile/{name}, true", "/{any}/summary, true", "/u/{name}, false"})
    void aPatternThatOverlapsV1IsFound(String page, boolean meets) {
        assertThat(v1().stream().anyMatch(Pattern.closed(page)::meets)).isEqualTo(meets);
    }
}
