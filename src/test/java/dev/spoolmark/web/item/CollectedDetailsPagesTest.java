package dev.spoolmark.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Engine;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The form for the details of a collected item.
@ParameterizedClass
@EnumSource(Engine.class)
class CollectedDetailsPagesTest {

    @Parameter
    Engine engine;

    ItemPagesFixture fixture;

    @BeforeEach
    void start() {
        fixture = new ItemPagesFixture(engine);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void detailsAreSavedAndShown() {
        fixture.ann.get("/m/solaris-1972");
        assertThat(fixture.ann.page().select("#save-copy")).isEmpty();
        fixture.ann.submit("Add to collection");

        fixture.ann.submit("Save details", "media_type", "bluray", "resolution", "uhd_4k", "3d", "yes");

        assertThat(fixture.ann.isWellFormed().text()).contains("The details are saved.", "Blu-ray · 4K · 3D");
        assertThat(fixture.ann
                        .page()
                        .select("#copy-resolution option[selected]")
                        .eachAttr("value"))
                .containsExactly("uhd_4k");
        assertThat(fixture.ann.get("/collection").isWellFormed().text()).contains("Blu-ray · 4K · 3D");
        assertThat(fixture.bob.get("/m/solaris-1972").text()).doesNotContain("Details of your copy");
    }

    @Test
    void anUnknownWordIsRejected() {
        fixture.ann.get("/m/solaris-1972").submit("Add to collection");
        Map<String, String> form = form();
        form.put("media_type", "wax cylinder");
        assertThat(fixture.ann.post("/track/collection/details", form).status()).isEqualTo(404);
        form.put("media_type", "");
        form.put("3d", "maybe");
        assertThat(fixture.ann.post("/track/collection/details", form).status()).isEqualTo(404);
    }

    @Test
    void anItemThatIsNotCollectedAnyMoreIsNotChanged() {
        fixture.ann.get("/m/solaris-1972").submit("Add to collection");
        Map<String, String> form = form();
        fixture.ann.submit("Remove from collection");

        fixture.ann.post("/track/collection/details", form);

        assertThat(fixture.ann.get("/collection").text()).doesNotContain("Solaris");
    }

    private Map<String, String> form() {
        Map<String, String> values = new HashMap<>();
        Element form = fixture.ann.page().expectFirst("form[action=/track/collection/details]");
        for (Element input : form.select("input")) {
            values.put(input.attr("name"), input.attr("value"));
        }
        return values;
    }
}
