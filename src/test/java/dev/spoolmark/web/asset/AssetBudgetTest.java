package dev.spoolmark.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages stay small: bytes with gzip.
class AssetBudgetTest {

    private static final int KIB = 1024;
    private static final Pattern OTHER_HOST = Pattern.compile("https?://(?!www\\.w3\\.org/)");

    private final Assets assets = new Assets();

    private Stream<Asset> files(String... endings) {
        return assets.names().stream()
                .filter(name -> Stream.of(endings).anyMatch(name::endsWith))
                .map(name -> assets.find(name).orElseThrow());
    }

    @Test
    void scriptsTogetherHaveAtMost35KibAndTheFrameAtMost12() {
        assertThat(files(".mjs").mapToInt(file -> file.gzip().length).sum()).isLessThanOrEqualTo(35 * KIB);
        assertThat(assets.find("app.mjs").orElseThrow().gzip().length).isLessThanOrEqualTo(12 * KIB);
    }

    @Test
    void theStyleSheetHasAtMost15Kib() {
        assertThat(assets.find("app.css").orElseThrow().gzip().length).isLessThanOrEqualTo(15 * KIB);
    }

    @Test
    void picturesOfTheApplicationHaveAtMost40KibEach() {
        assertThat(files(".png"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.plain().length).isLessThanOrEqualTo(40 * KIB));
    }

    @Test
    void scriptsAndStylesNameNoOtherHost() {
        assertThat(files(".mjs", ".css", ".svg"))
                .allSatisfy(file -> assertThat(OTHER_HOST.matcher(new String(file.plain(), StandardCharsets.UTF_8)))
                        .as(file.name())
                        .matches(found -> !found.find()));
    }
}
