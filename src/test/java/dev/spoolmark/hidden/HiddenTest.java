package dev.spoolmark.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class HiddenTest {

    private static final UserId ANN = new UserId(7);
    private static final ShowId SHOW = new ShowId(100);

    @Parameter
    Engine engine;

    @Test
    void itemsAreHiddenInOneSectionOnly() {
        try (UserDataFixture fixture = new UserDataFixture(engine)) {
            Hidden hidden = new Hidden(fixture.database, fixture.clock);
            hidden.hide(ANN, HiddenSection.RECOMMENDATIONS, new MovieId(1));
            hidden.hide(ANN, HiddenSection.RECOMMENDATIONS, new MovieId(1));
            hidden.hide(ANN, HiddenSection.PROGRESS, SHOW);
            hidden.hide(ANN, HiddenSection.PROGRESS, SHOW, new SeasonId(101));
            hidden.hide(new UserId(8), HiddenSection.RECOMMENDATIONS, SHOW);

            assertThat(hidden.of(fixture.ann, HiddenSection.RECOMMENDATIONS)).containsExactly(new MovieId(1));
            assertThat(hidden.of(fixture.ann, HiddenSection.PROGRESS)).containsExactly(SHOW, new SeasonId(101));
            assertThat(hidden.of(fixture.ann, HiddenSection.CALENDAR)).isEmpty();

            hidden.unhide(ANN, HiddenSection.PROGRESS, SHOW);

            assertThat(hidden.of(fixture.ann, HiddenSection.PROGRESS)).containsExactly(new SeasonId(101));
        }
    }
}
