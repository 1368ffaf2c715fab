package dev.spoolmark.showsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ShowSettingsTest {

    private static final UserId BOB = new UserId(8);
    private static final ShowId SHOW = new ShowId(100);

    @Parameter
    Engine engine;

    UserDataFixture fixture;
    ShowSettings settings;
    UserId ann;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        settings = new ShowSettings(fixture.database, fixture.clock);
        ann = fixture.ann.owner();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aShowIsPinnedOnceAndKeepsItsRule() {
        settings.setRule(ann, SHOW, NextRule.IN_ORDER);
        assertThat(settings.pin(ann, SHOW)).isTrue();
        assertThat(settings.pin(ann, SHOW)).isTrue();
        settings.pin(BOB, new ShowId(101));

        assertThat(settings.find(fixture.ann, SHOW))
                .contains(new ShowSetting(SHOW, UserDataFixture.NOW, NextRule.IN_ORDER));
        assertThat(settings.page(fixture.ann, null, 10)).hasSize(1);

        assertThat(settings.unpin(ann, SHOW)).isTrue();
        assertThat(settings.unpin(ann, SHOW)).isFalse();
        assertThat(settings.find(fixture.ann, SHOW)).contains(new ShowSetting(SHOW, null, NextRule.IN_ORDER));
    }

    @Test
    void aShowWithNothingSpecialHasNoRow() {
        settings.pin(ann, SHOW);
        settings.setRule(ann, SHOW, NextRule.AFTER_LAST);
        settings.unpin(ann, SHOW);

        assertThat(settings.find(fixture.ann, SHOW)).isEmpty();
        assertThat(settings.page(fixture.ann, null, 10)).isEmpty();
    }

    @Test
    void theNumberOfPinnedShowsIsLimited() {
        for (int i = 0; i < ShowSettings.MAX_PINNED; i++) {
            assertThat(settings.pin(ann, new ShowId(200 + i))).isTrue();
        }

        assertThat(settings.pin(ann, SHOW)).isFalse();
        assertThat(settings.pin(ann, new ShowId(200))).isTrue();
        assertThat(settings.find(fixture.ann, SHOW)).isEmpty();
    }
}
