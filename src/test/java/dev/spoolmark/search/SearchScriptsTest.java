package dev.spoolmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.db.Engine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Scripts without blanks, acronyms, and words that are written together or apart.
class SearchScriptsTest {

    SearchFixture fixture;
    Search search;

    @BeforeEach
    void open() {
        fixture = new SearchFixture(Engine.SQLITE);
        search = fixture.search(IndexLocation.memory());
    }

    @AfterEach
    void close() {
        search.close();
        fixture.close();
    }

    @Test
    void aWordInsideTextWithoutBlanksIsFound() {
        fixture.addMovies("千と千尋の神隠し", "新世紀 エヴァンゲリオン", "卧虎藏龙", "ฉลาดเกมส์โกง", "기생충의 시간", "ドラえもん2");

        assertThat(found("神隠し")).containsExactly("千と千尋の神隠し");
        assertThat(found("千尋 神隠し")).containsExactly("千と千尋の神隠し");
        assertThat(found("神")).containsExactly("千と千尋の神隠し");
        assertThat(found("エヴァンゲリオン")).containsExactly("新世紀 エヴァンゲリオン");
        assertThat(found("新世紀エヴァンゲリオン")).containsExactly("新世紀 エヴァンゲリオン");
        assertThat(found("ｴｳﾞｧﾝｹﾞﾘｵﾝ")).containsExactly("新世紀 エヴァンゲリオン");
        assertThat(found("藏龙")).containsExactly("卧虎藏龙");
        assertThat(found("เกมส์")).containsExactly("ฉลาดเกมส์โกง");
        assertThat(found("생충")).containsExactly("기생충의 시간");
        assertThat(found("ドラえもん")).containsExactly("ドラえもん2");
        assertThat(found("ドラえもん 2")).containsExactly("ドラえもん2");
    }

    @Test
    void theSameLettersInAnotherOrderAreNotFound() {
        fixture.addMovies("神隠し", "隠し神", "ハス");

        assertThat(found("隠神")).isEmpty();
        assertThat(found("し神")).containsExactly("隠し神");
        assertThat(found("バス")).isEmpty();
    }

    @Test
    void titlesOfMixedScriptsAreFound() {
        String title = "A君とB君とC君とD君とE君とF君の7日間";
        fixture.addMovies(title);

        assertThat(found(title)).containsExactly(title);
    }

    @Test
    void theExactTitleComesFirst() {
        fixture.addMovies("東京の神", "神", "神の東京");

        assertThat(found("神")).startsWith("神", "神の東京");
        assertThat(found("東京の神")).containsExactly("東京の神");
    }

    @Test
    void acronymsAreFoundWithAndWithoutPeriods() {
        fixture.addMovies(
                "Marvel's Agents of S.H.I.E.L.D.",
                "M*A*S*H",
                "U.S. Marshals",
                "SWAT",
                "E.T. the Extra-Terrestrial",
                "J. R. R. Tolkien");

        assertThat(found("agents of shield")).containsExactly("Marvel's Agents of S.H.I.E.L.D.");
        assertThat(found("agents of s.h.i.e.l.d")).containsExactly("Marvel's Agents of S.H.I.E.L.D.");
        assertThat(found("mash")).containsExactly("M*A*S*H");
        assertThat(found("M.A.S.H.")).containsExactly("M*A*S*H");
        assertThat(found("m a s h")).containsExactly("M*A*S*H");
        assertThat(found("us marshals")).containsExactly("U.S. Marshals");
        assertThat(found("u s marshals")).containsExactly("U.S. Marshals");
        assertThat(found("s.w.a.t.")).containsExactly("SWAT");
        assertThat(found("et extra terrestrial")).containsExactly("E.T. the Extra-Terrestrial");
        assertThat(found("e t extraterrestrial")).containsExactly("E.T. the Extra-Terrestrial");
        assertThat(found("jrr tolkien")).containsExactly("J. R. R. Tolkien");
        assertThat(found("jr tolkien")).as("an acronym is a whole").isEmpty();
    }

    @Test
    void compoundWordsAreFoundJoinedAndSplit() {
        fixture.addMovies("Spider-Man", "Iron Man", "WandaVision", "WALL·E", "X-Men", "Face/Off", "9-1-1", "O'Brother");

        for (String text : List.of("spider-man", "spider man", "spiderman", "Spider\u2011Man", "SPIDER\u2013MAN")) {
            assertThat(found(text)).as(text).containsExactly("Spider-Man");
        }
        assertThat(found("ironman")).containsExactly("Iron Man");
        assertThat(found("iron-man")).containsExactly("Iron Man");
        assertThat(found("wanda vision")).containsExactly("WandaVision");
        assertThat(found("wanda-vision")).containsExactly("WandaVision");
        assertThat(found("wall-e")).containsExactly("WALL·E");
        assertThat(found("walle")).containsExactly("WALL·E");
        assertThat(found("xmen")).containsExactly("X-Men");
        assertThat(found("x men")).containsExactly("X-Men");
        assertThat(found("faceoff")).containsExactly("Face/Off");
        assertThat(found("911")).containsExactly("9-1-1");
        assertThat(found("obrother")).containsExactly("O'Brother");
        assertThat(found("o brother")).containsExactly("O'Brother");
        assertThat(found("o\u2019brother")).containsExactly("O'Brother");
    }

    @Test
    void aTitleThatIsTheSameWithoutBlanksComesBeforeOthers() {
        fixture.addMovies("Spiderman Returns", "The Spider Man Story", "Spider-Man");
        fixture.votes("Spiderman Returns", 3);

        assertThat(found("spiderman")).startsWith("Spider-Man", "Spiderman Returns");
    }

    @Test
    void lettersAreFoundInTheirTypedForm() {
        fixture.addMovies(
                "Straße der Verdammnis", "Æon Flux", "Ødipus", "Łódź", "Sigur Rós – Heima", "8½", "Ёлки", "Œdipe");

        assertThat(found("strasse der")).containsExactly("Straße der Verdammnis");
        assertThat(found("STRAẞE")).containsExactly("Straße der Verdammnis");
        assertThat(found("aeon flux")).containsExactly("Æon Flux");
        assertThat(found("odipus")).contains("Ødipus");
        assertThat(found("lodz")).containsExactly("Łódź");
        assertThat(found("ros heima")).containsExactly("Sigur Rós – Heima");
        assertThat(found("8 1/2")).containsExactly("8½");
        assertThat(found("елки")).containsExactly("Ёлки");
        assertThat(found("oedipe")).containsExactly("Œdipe");
    }

    @Test
    void ampersandAndTheWordAndAreEquivalent() {
        fixture.addMovies("Love & Friendship", "Bill and Ted", "R&B");

        assertThat(found("love and friendship")).containsExactly("Love & Friendship");
        assertThat(found("love &amp; friendship")).containsExactly("Love & Friendship");
        assertThat(found("bill & ted")).containsExactly("Bill and Ted");
        assertThat(found("bill＆ted")).containsExactly("Bill and Ted");
        assertThat(found("r & b")).containsExactly("R&B");
    }

    @Test
    void alternativeTitlesAreSearchedInTheSameWay() {
        fixture.add(SearchFixture.movie("Spirited Away", 2001, Ids.NONE, "千と千尋の神隠し"));

        assertThat(found("神隠し")).containsExactly("Spirited Away");
    }

    private List<String> found(String text) {
        return fixture.titles(search.movies(text, 30));
    }
}
