package dev.spoolmark.metadata.imdb;

import static dev.spoolmark.metadata.imdb.ReadImdb.BASICS;
import static dev.spoolmark.metadata.imdb.ReadImdb.EPISODES;
import static dev.spoolmark.metadata.imdb.ReadImdb.zipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading of the IMDb data sets, and of invalid files.
class ImdbFolderTest {

    private static final String LAMP = "tt0000101|movie|The Lamp|Die Lampe|0|1961|\\N|93|Drama,Mystery\n";
    private static final String HARBOUR = "tt0000102|tvSeries|Harbour|Harbour|0|1999|2003|45|Crime\n";

    private final ReadImdb imdb = new ReadImdb();

    @Test
    void aMovieHasTitleYearRuntimeAndGenres() throws IOException {
        imdb.with("title.basics.tsv", BASICS + LAMP).read();

        MovieItem lamp = (MovieItem) imdb.items.getFirst();
        assertThat(lamp.ids()).isEqualTo(Ids.ofImdb("tt0000101"));
        assertThat(lamp.title()).isEqualTo("The Lamp");
        assertThat(lamp.year()).isEqualTo(1961);
        assertThat(lamp.facts().runtime()).isEqualTo(93);
        assertThat(lamp.facts().genres()).containsExactly("Drama", "Mystery");
    }

    @Test
    void aShowHasItsEpisodesInTheOrderOfTheirNumbers() throws IOException {
        imdb.with("title.basics.tsv", BASICS + HARBOUR + """
                        tt0000103|tvEpisode|Low Tide|Low Tide|0|1999|\\N|44|Crime
                        tt0000104|tvEpisode|Episode #1.1|Episode #1.1|0|1999|\\N|\\N|\\N
                        tt0000105|tvEpisode|Fog|Fog|0|2000|\\N|46|Crime
                        """)
                .with("title.episode.tsv", EPISODES + """
                        tt0000103|tt0000102|1|2
                        tt0000104|tt0000102|1|1
                        tt0000105|tt0000102|2|1
                        """)
                .read();

        ShowItem harbour = (ShowItem) imdb.items.getFirst();
        assertThat(harbour.facts().status()).isEqualTo(Status.ENDED);
        assertThat(harbour.seasons())
                .containsExactly(
                        season(1, episode(1, "tt0000104", null, null), episode(2, "tt0000103", "Low Tide", 44)),
                        season(2, episode(1, "tt0000105", "Fog", 46)));
        assertThat(imdb.refusals).isEmpty();
    }

    @Test
    void idsOfDifferentLengthsSortAsTexts() throws IOException {
        imdb.with("title.basics.tsv", BASICS + HARBOUR + """
                        tt10000000|tvEpisode|Long|Long|0|1999|\\N|44|Crime
                        tt9999999|tvEpisode|Short|Short|0|1999|\\N|44|Crime
                        """)
                .with("title.episode.tsv", EPISODES + "tt10000000|tt0000102|1|1\ntt9999999|tt0000102|1|2\n")
                .read();

        assertThat(((ShowItem) imdb.items.getFirst()).seasons().getFirst().episodes())
                .hasSize(2);
    }

    @Test
    void adultTitlesAreLeftOutWithTheirEpisodes() throws IOException {
        imdb.with("title.basics.tsv", BASICS + """
                        tt0000101|movie|A|A|1|1961|\\N|93|\\N
                        tt0000102|tvSeries|B|B|1|1999|\\N|45|\\N
                        tt0000103|tvEpisode|C|C|0|1999|\\N|44|\\N
                        """)
                .with("title.episode.tsv", EPISODES + "tt0000103|tt0000102|1|1\n")
                .read();

        assertThat(imdb.items).isEmpty();
        assertThat(imdb.refusals).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "movie, true",
        "tvMovie, true",
        "tvSpecial, true",
        "video, true",
        "tvSeries, true",
        "tvMiniSeries, true",
        "short, false",
        "videoGame, false",
        "tvShort, false",
        "podcastSeries, false"
    })
    void onlySupportedTypesAreImported(String type, boolean taken) throws IOException {
        imdb.with("title.basics.tsv", BASICS + "tt0000101|" + type + "|A|A|0|1961|\\N|93|\\N\n")
                .read();

        assertThat(imdb.items).hasSize(taken ? 1 : 0);
        assertThat(imdb.refusals).isEmpty();
    }

    @Test
    void anInvalidRowIsSkipped() throws IOException {
        imdb.with("title.basics.tsv", BASICS + """
                        tt0000090|movie|Too few
                        tt0000091|movie|A|A|0|1961|\\N|93|\\N|more
                        tt0000092|movie|A|A|0|nineteen|\\N|93|\\N
                        tt0000093|hologram|A|A|0|1961|\\N|93|\\N
                        93|movie|A|A|0|1961|\\N|93|\\N
                        tt0000094|movie|A|A|0|1961|\\N|99999999999|\\N

                        """ + LAMP).read();

        assertThat(imdb.items).hasSize(3);
        assertThat(imdb.refusals)
                .containsExactly(
                        "title.basics.tsv 2: has 3 columns instead of 9",
                        "title.basics.tsv 3: has 10 columns instead of 9",
                        "title.basics.tsv 5: there is no title type \"hologram\"",
                        "title.basics.tsv 6: \"93\" is no id");
        assertThat(imdb.odd)
                .containsExactly(
                        "title.basics.tsv 4: \"nineteen\" is no number and is left out",
                        "title.basics.tsv 7: \"99999999999\" is no number and is left out");
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void anInvalidValueAffectsNoOtherRow(String odd) throws IOException {
        ReadImdb read = new ReadImdb();
        StringBuilder titles = new StringBuilder(BASICS).append(HARBOUR);
        StringBuilder places = new StringBuilder(EPISODES);
        for (int column = 0; column < 9; column++) {
            String[] cells = ("tt000020" + column + "|movie|A|A|0|1961|\\N|93|Drama").split("\\|", -1);
            cells[column] = odd;
            titles.append(String.join("|", cells)).append('\n');
        }
        for (int column = 0; column < 4; column++) {
            titles.append("tt000030" + column + "|tvEpisode|A|A|0|1999|\\N|44|\\N\n");
            String[] cells = ("tt000030" + column + "|tt0000102|1|" + column).split("\\|", -1);
            cells[column] = odd;
            places.append(String.join("|", cells)).append('\n');
        }
        titles.append("tt0000309|tvEpisode|Fog|Fog|0|1999|\\N|44|\\N\n").append(LAMP.replace("101", "999"));
        places.append("tt0000309|tt0000102|9|9\n");

        read.with("title.basics.tsv", titles.toString())
                .with("title.episode.tsv", places.toString())
                .with("title.ratings.tsv", "tconst|averageRating|numVotes\ntt0000999|8.1|" + odd + "\n")
                .with(
                        "title.akas.tsv",
                        "titleId|ordering|title|region|language|types|attributes|isOriginalTitle\ntt0000999|" + odd
                                + "|La|" + odd + "|" + odd + "|x|x|0\n")
                .with(
                        "title.principals.tsv",
                        "tconst|ordering|nconst|category|job|characters\ntt0000999|" + odd + "|nm0000001|actor|x|" + odd
                                + "\n")
                .with(
                        "name.basics.tsv",
                        "nconst|primaryName|birthYear|deathYear|primaryProfession|knownForTitles\nnm0000001|Ann|" + odd
                                + "|x|x|x\n")
                .read();

        assertThat(read.items.stream().map(item -> item.ids().imdb())).contains("tt0000999", "tt0000102", "nm0000001");
        assertThat(read.items.stream()
                        .filter(item -> "tt0000999".equals(item.ids().imdb())))
                .anyMatch(item ->
                        item instanceof MovieItem movie && !movie.otherTitles().isEmpty())
                .anyMatch(item ->
                        item instanceof MovieItem movie && !movie.credits().isEmpty());
        ShowItem harbour = (ShowItem) read.items.stream()
                .filter(item -> "tt0000102".equals(item.ids().imdb()))
                .findFirst()
                .orElseThrow();
        assertThat(harbour.seasons().getLast().episodes())
                .extracting(episode -> episode.facts().title())
                .containsExactly("Fog");
    }

    static List<String> oddValues() {
        return List.of(
                "",
                "\\N",
                "text",
                "-1",
                "42.5",
                "99999999999999999999",
                "2015-00-00",
                "\"",
                "[1",
                "{\"a\":1}",
                "\u0000",
                "\ufffd",
                "x".repeat(30_000),
                "\u20ac".repeat(30_000));
    }

    @Test
    void anEndlessLineIsRejectedWithBoundedMemory() throws IOException {
        byte[] before = (BASICS + LAMP).replace('|', '\t').getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(before, before.length + 3_000_000);
        Arrays.fill(content, before.length, content.length - 1, (byte) 'x');
        content[content.length - 1] = '\n';

        imdb.with("title.basics.tsv", content).read();

        assertThat(imdb.items).hasSize(1);
        assertThat(imdb.refusals).containsExactly("title.basics.tsv 3: is longer than any row");
    }

    @Test
    void anEpisodeWithoutAPositionIsRejected() throws IOException {
        imdb.with("title.basics.tsv", BASICS + HARBOUR + """
                        tt0000103|tvEpisode|In no show|A|0|1999|\\N|44|\\N
                        tt0000104|tvEpisode|Without a number|A|0|1999|\\N|44|\\N
                        tt0000105|tvEpisode|First|A|0|1999|\\N|44|\\N
                        tt0000106|tvEpisode|At the same place|A|0|1999|\\N|44|\\N
                        tt0000107|tvEpisode|Of a stranger|A|0|1999|\\N|44|\\N
                        tt0000108|tvEpisode|Far out|A|0|1999|\\N|44|\\N
                        """)
                .with("title.episode.tsv", EPISODES + """
                        tt0000104|tt0000102|\\N|\\N
                        tt0000105|tt0000102|1|1
                        tt0000106|tt0000102|1|1
                        tt0000107|tt0000999|1|1
                        tt0000108|tt0000102|1|100001
                        """)
                .read();

        assertThat(((ShowItem) imdb.items.getFirst()).seasons())
                .containsExactly(season(1, episode(1, "tt0000105", "First", 44)));
        assertThat(imdb.refusals)
                .containsExactlyInAnyOrder(
                        "title.basics.tsv 3: is an episode of no show",
                        "title.basics.tsv 4: is an episode without a season or a number",
                        "title.basics.tsv 6: is an episode at the place of another",
                        "title.basics.tsv 7: is an episode of a show that is not there",
                        "title.basics.tsv 8: no show has so many seasons or episodes");
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        imdb.with("title.basics.tsv.gz", zipped(BASICS + LAMP)).read();

        assertThat(imdb.items).hasSize(1);
    }

    @Test
    void aPlainFileNamedAsCompressedIsRead() throws IOException {
        imdb.with("title.basics.tsv.gz", BASICS + LAMP).read();

        assertThat(imdb.items).hasSize(1);
    }

    @Test
    void rowsBeforeTheDamageOfAFileAreImported() {
        byte[] content = zipped(BASICS + LAMP + HARBOUR.repeat(50));
        imdb.with("title.basics.tsv.gz", Arrays.copyOf(content, content.length - 9));

        assertThatThrownBy(imdb::read)
                .isInstanceOf(CorruptDatasetException.class)
                .hasMessageStartingWith("title.basics.tsv.gz is damaged at line ");
    }

    @Test
    void aFolderWithoutTitlesIsRejected() {
        imdb.with("title.episode.tsv", EPISODES);

        assertThatThrownBy(imdb::read)
                .isInstanceOf(CorruptDatasetException.class)
                .hasMessageContaining("title.basics.tsv");
    }

    @Test
    void aFileWithoutTheColumnsIsRejected() {
        imdb.with("title.basics.tsv", "<html>|<body>\n");

        assertThatThrownBy(imdb::read)
                .isInstanceOf(CorruptDatasetException.class)
                .hasMessageContaining("has no column \"tconst\"");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws IOException {
        List<String> basics = new ArrayList<>(List.of(LAMP, HARBOUR));
        List<String> places = new ArrayList<>();
        List<String> akas = new ArrayList<>();
        List<String> principals = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String id = "tt" + (2_000_000 + i);
            basics.add(id + "|tvEpisode|Episode of tide " + i + "|A|0|1999|\\N|44|Crime\n");
            places.add(id + "|tt0000102|" + (1 + i / 100) + "|" + (1 + i % 100) + "\n");
        }
        for (int i = 1; i <= 30; i++) {
            akas.add("tt0000101|" + i + "|Lampe " + i + "|DE|de|\\N|\\N|0\n");
            akas.add("tt0000102|" + i + "|Hafen " + i + "|DE|de|\\N|\\N|0\n");
            principals.add("tt0000101|" + i + "|nm00000" + (10 + i) + "|actor|\\N|\\N\n");
            principals.add("tt0000102|" + i + "|nm00000" + (60 - i) + "|actor|\\N|\\N\n");
        }
        List<List<String>> files = List.of(basics, places, akas, principals);

        List<SourceItem> inOrder = readAll(files);
        Random random = new Random(1895);
        for (int round = 0; round < 5; round++) {
            files.forEach(rows -> Collections.shuffle(rows, random));
            assertThat(readAll(files)).containsExactlyInAnyOrderElementsOf(inOrder);
        }

        assertThat(inOrder).hasSize(2 + 2 + 40 + 2);
    }

    private static List<SourceItem> readAll(List<List<String>> files) throws IOException {
        ReadImdb all = new ReadImdb()
                .with("title.basics.tsv", BASICS + String.join("", files.get(0)))
                .with("title.episode.tsv", EPISODES + String.join("", files.get(1)))
                .with(
                        "title.akas.tsv",
                        "titleId|ordering|title|region|language|types|attributes|isOriginalTitle\n"
                                + String.join("", files.get(2)))
                .with(
                        "title.principals.tsv",
                        "tconst|ordering|nconst|category|job|characters\n" + String.join("", files.get(3)))
                .with(
                        "name.basics.tsv",
                        "nconst|primaryName|birthYear\n"
                                + IntStream.rangeClosed(10, 70)
                                        .mapToObj(n -> "nm00000" + n + "|Person " + n + "|\\N\n")
                                        .collect(Collectors.joining()))
                .read();
        assertThat(all.refusals).isEmpty();
        return all.items;
    }

    @Test
    void missingFilesAreReported() throws IOException {
        imdb.with("title.basics.tsv", BASICS);

        assertThat(ImdbFolder.of(imdb.folder()).missing())
                .containsExactly(
                        "title.episode.tsv",
                        "title.akas.tsv",
                        "title.principals.tsv",
                        "name.basics.tsv",
                        "title.ratings.tsv");
    }

    @Test
    void alternativeTitlesOfExistingTitlesAreRead() throws IOException {
        imdb.with("title.basics.tsv", BASICS + LAMP).with("title.akas.tsv", """
                        titleId|ordering|title|region|language|types|attributes|isOriginalTitle
                        tt0000101|1|Die Lampe|DE|de|\\N|\\N|1
                        tt0000101|2|La lampe|FR|\\N|\\N|\\N|0
                        tt0000999|1|Nobody|FR|\\N|\\N|\\N|0
                        """).read();

        assertThat(imdb.items).hasSize(2);
        assertThat(((MovieItem) imdb.items.getLast()).otherTitles())
                .containsExactly(
                        new AlternativeTitle("Die Lampe", "de", "DE"), new AlternativeTitle("La lampe", null, "FR"));
    }

    @Test
    void votesOfExistingTitlesAreReadWithoutTheMean() throws IOException {
        imdb.with("title.basics.tsv", BASICS + LAMP + HARBOUR)
                .with("title.ratings.tsv", "tconst|averageRating|numVotes\n" + """
                        tt0000102|7.4|12345
                        tt0000999|9.9|3
                        tt0000101|6.1|many
                        tt0000101|6.1|88
                        """)
                .read();

        assertThat(imdb.popularity).containsExactly("SHOW tt0000102 12345", "MOVIE tt0000101 88");
        assertThat(imdb.odd).containsExactly("title.ratings.tsv 4: \"many\" is no number and is left out");
    }

    @Test
    void onlyPeopleOfExistingTitlesAreRead() throws IOException {
        imdb.with("title.basics.tsv", BASICS + LAMP)
                .with("title.principals.tsv", """
                        tconst|ordering|nconst|category|job|characters
                        tt0000101|1|nm0000001|actress|\\N|["Ada","The Voice"]
                        tt0000101|2|nm0000002|director|\\N|\\N
                        tt0000999|1|nm0000003|actor|\\N|["Nobody"]
                        """)
                .with("name.basics.tsv", """
                        nconst|primaryName|birthYear|deathYear|primaryProfession|knownForTitles
                        nm0000001|Mia Reed|1930|\\N|actress|tt0000101
                        nm0000002|Tom Hale|1920|\\N|director|tt0000101
                        nm0000003|Not Wanted|1920|\\N|actor|tt0000999
                        """)
                .read();

        assertThat(people().map(PersonItem::name)).containsExactly("Mia Reed", "Tom Hale");
        MovieItem credited = (MovieItem) imdb.items.getLast();
        assertThat(credited.credits().stream().map(CreditItem::job)).containsExactly("actress", "director");
        assertThat(credited.credits().getFirst().character()).isEqualTo("Ada / The Voice");
    }

    @Test
    void noTemporaryFilesRemain() throws IOException {
        imdb.with("title.basics.tsv", BASICS + HARBOUR).read();

        try (Stream<?> files = Files.list(imdb.folder())) {
            assertThat(files).hasSize(1);
        }
    }

    private Stream<PersonItem> people() {
        return imdb.items.stream().flatMap(item -> item instanceof PersonItem one ? Stream.of(one) : Stream.empty());
    }

    private static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, List.of(episodes));
    }

    private static EpisodeItem episode(int number, String imdb, @Nullable String title, @Nullable Integer runtime) {
        return new EpisodeItem(number, Ids.ofImdb(imdb), new EpisodeFacts(title, null, null, null, runtime, null));
    }

    @Test
    void aFileCanBeginWithAByteOrderMark() throws IOException {
        imdb.with("title.basics.tsv", "\ufeff" + BASICS + LAMP).read();

        assertThat(imdb.items).hasSize(1);
    }
}
