package dev.spoolmark.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlElementsTest {

    @TempDir
    private Path directory;

    @Test
    void elementsArePassedWithWhatIsInThem() throws IOException {
        List<XmlElement> movies = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a comment -->
                <all><info>x</info>
                <movie><title><![CDATA[A & <b>]]> &amp; C</title><id type="imdb">1</id><id type="tmdb">2</id></movie>
                <movie/></all>
                """, "movie");
        assertThat(movies).hasSize(2);
        assertThat(movies.getFirst().text("title")).isEqualTo("A & <b> & C");
        assertThat(movies.getFirst().children("id"))
                .extracting(id -> id.attribute("type") + id.text())
                .containsExactly("imdb1", "tmdb2");
        assertThat(movies.getLast().text("title")).isEmpty();
        assertThat(movies.getLast().attribute("type")).isEmpty();
    }

    @Test
    void aMemberMayHaveSeveralRootsAndTextAfterThem() throws IOException {
        List<XmlElement> episodes = read("""
                <episode><n>1</n></episode>
                <episode><n>2</n></episode>
                https://example.invalid/?a=1&b=2""", "episode");
        assertThat(episodes).extracting(episode -> episode.text("n")).containsExactly("1", "2");
    }

    @Test
    void elementsInElementsKnowWhatIsAroundThem() throws IOException {
        List<XmlElement> found = read("""
                <db><show><title>S</title><episode><n>1</n></episode><episode><n>2</n></episode></show></db>
                """, "show", "episode");
        assertThat(found).extracting(XmlElement::name).containsExactly("episode", "episode", "show");
        assertThat(found.getFirst().parent()).isSameAs(found.getLast());
        assertThat(found.getLast().children("episode")).isEmpty();
        assertThat(found.getLast().text("title")).isEqualTo("S");
    }

    @Test
    void forbiddenControlCharactersAreSpaces() throws IOException {
        assertThat(read("<all><a>x\u0000\u0007y</a></all>", "a").getFirst().text())
                .isEqualTo("x  y");
    }

    @Test
    void otherEncodingsAreDecoded() throws IOException {
        Path old = Files.write(
                directory.resolve("old.xml"),
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Gr\u00f6\u00dfe</a>"
                        .getBytes(Charset.forName("windows-1252")));
        assertThat(read(old, "a").getFirst().text()).isEqualTo("Gr\u00f6\u00dfe");
        Path wide = Files.write(
                directory.resolve("wide.xml"),
                "\ufeff<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>\u661f</a>".getBytes(StandardCharsets.UTF_16BE));
        assertThat(read(wide, "a").getFirst().text()).isEqualTo("\u661f");
    }

    @Test
    void definitionsAndEntitiesAreRefused() {
        assertThatThrownBy(() -> read("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", "a"))
                .isInstanceOf(ImportFileException.class);
        assertThatThrownBy(() -> read("<a>&e;</a>", "a")).isInstanceOf(ImportFileException.class);
    }

    @Test
    void documentsThatEndEarlyAreDamaged() throws IOException {
        assertThatThrownBy(() -> read("<all><a>1</a><a>2", "a")).isInstanceOf(ImportFileException.class);
        assertThat(read("no xml", "a")).isEmpty();
    }

    @Test
    void largeElementsAreRefused() {
        assertThatThrownBy(() -> read("<a>" + "<b>".repeat(40) + "</b>".repeat(40) + "</a>", "a"))
                .isInstanceOf(ImportFileException.class);
        assertThatThrownBy(() -> read("<a>" + "<b/>".repeat(ImportLimits.VALUES + 1) + "</a>", "a"))
                .isInstanceOf(ImportFileException.class);
        assertThatThrownBy(() -> read("<a b='" + "x".repeat(2 * ImportLimits.ROW) + "'/>", "a"))
                .isInstanceOf(ImportFileException.class);
        assertThatThrownBy(() -> read("<a>" + "x".repeat(5 * ImportLimits.ROW) + "</a>", "a"))
                .isInstanceOf(ImportFileException.class);
    }

    @Test
    void longDocumentsOfSmallElementsAreRead() throws IOException {
        String text = "<all>" + ("<a><b>&amp;</b>" + "x".repeat(100) + "</a>").repeat(50_000) + "</all>";
        assertThat(read(text, "a")).hasSize(50_000);
    }

    @Test
    void theRootIsFoundInTheBeginningOfAMember() throws IOException {
        assertThat(root("<?xml version=\"1.0\"?>\n<!-- c -->\n<myanimelist>\n<myinfo>"))
                .isEqualTo("myanimelist");
        assertThat(root("<movie>")).isEqualTo("movie");
        assertThat(root("{}")).isEmpty();
        assertThat(root("")).isEmpty();
    }

    private String root(String text) throws IOException {
        Path path = Files.writeString(directory.resolve("root"), text);
        try (ImportFile file = ImportFile.open(path, "root")) {
            return XmlElements.root(file, "root");
        }
    }

    private List<XmlElement> read(String text, String... names) throws IOException {
        return read(Files.writeString(directory.resolve("text.xml"), text), names);
    }

    private static List<XmlElement> read(Path path, String... names) {
        List<XmlElement> found = new ArrayList<>();
        try (ImportFile file = ImportFile.open(path, path.getFileName().toString())) {
            XmlElements.forEach(
                    file, path.getFileName().toString(), Set.of(names), (source, element) -> found.add(element));
        }
        return found;
    }
}
