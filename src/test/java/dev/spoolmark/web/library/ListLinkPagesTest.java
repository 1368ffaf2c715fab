package dev.spoolmark.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.lists.ListPatch;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.web.PageClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The secret addresses of lists.
class ListLinkPagesTest {

    private static final String PATH = "/u/ann/lists/rainy-days";

    private final LibraryFixture world = new LibraryFixture();
    private final PageClient browser = world.browser;

    @BeforeEach
    void create() {
        MovieId secret = world.server
                .features()
                .catalog()
                .findOrCreateMovies(List.of(CatalogFixture.movieRef("Home Video", 2001)))
                .values()
                .iterator()
                .next();
        world.server
                .features()
                .lists()
                .create(world.ann.id(), new ListSettings("Rainy days", "", Privacy.LINK, true, false));
        List<MediaId> items = List.of(secret, world.movie("One"), world.movie("Two"));
        world.server.features().lists().add(world.ann.id(), "rainy-days", items);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String newAddress(String button) {
        browser.get(PATH).submit(button);
        browser.isWellFormed();
        String address = browser.page().expectFirst("#address").text();
        return address.substring(address.indexOf("/l/"));
    }

    @Test
    void everyoneWithTheAddressSeesTheListWithoutProvisionalItems() {
        String address = newAddress("Create an address");

        try (PageClient visitor = new PageClient(world.server.port())) {
            visitor.get(address).isWellFormed();
            assertThat(visitor.text())
                    .contains("Rainy days", "One", "Two", "2 titles")
                    .doesNotContain("Home Video");
            assertThat(visitor.page().select("main form[method=post]")).isEmpty();
            assertThat(visitor.page().select(".badge").eachText()).containsExactly("1", "2");
            assertThat(visitor.header("Referrer-Policy")).contains("no-referrer");
            assertThat(visitor.get(address + "?sort=title&kind=movie").text()).contains("One");
            assertThat(visitor.get(address + "?sort=rating").status()).isEqualTo(422);
            assertThat(visitor.get(address + "?watched=watched").status()).isEqualTo(422);
            assertThat(visitor.get(PATH).status()).isEqualTo(404);
            assertThat(visitor.get("/u/ann/lists").text()).doesNotContain("Rainy days");
        }
    }

    @Test
    void anAddressThatWasReplacedOrRevokedIsThatOfNoList() {
        String first = newAddress("Create an address");
        String second = newAddress("Create a new address");

        try (PageClient visitor = new PageClient(world.server.port())) {
            String missing = visitor.get("/l/" + "a".repeat(52)).text();
            assertThat(visitor.status()).isEqualTo(404);
            assertThat(visitor.get(first).text()).isEqualTo(missing);
            assertThat(visitor.get(second).status()).isEqualTo(200);
            browser.get(PATH).submit("Revoke the address");
            assertThat(browser.text()).contains("The address does not work any more.");
            assertThat(visitor.get(second).text()).isEqualTo(missing);
        }
    }

    @Test
    void theAddressEndsWithTheChoiceOfTheOwner() {
        String address = newAddress("Create an address");
        ListPatch patch = new ListPatch(null, null, Privacy.PRIVATE, null, null);
        world.server.features().lists().change(world.ann.id(), "rainy-days", patch);

        try (PageClient visitor = new PageClient(world.server.port())) {
            assertThat(visitor.get(address).status()).isEqualTo(404);
        }
        assertThat(browser.get(PATH).text()).doesNotContain("Create an address");
        assertThat(world.post(PATH + "/link").status()).isBetween(400, 499);
    }

    @Test
    void v1ShowsTheListToNobodyElse() {
        PageClient bob = world.signIn("bob");

        assertThat(bob.get(PATH).status()).isEqualTo(404);
        assertThat(bob.get("/u/ann/lists").text()).doesNotContain("Rainy days");
        bob.close();
    }
}
