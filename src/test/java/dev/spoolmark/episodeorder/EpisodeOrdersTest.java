package dev.spoolmark.episodeorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.db.Engine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class EpisodeOrdersTest {

    private static final ShowId SHOW = new ShowId(100);
    private static final ShowId OTHER = new ShowId(200);

    @Parameter
    Engine engine;

    private UserDataFixture fixture;
    private EpisodeOrders orders;
    private UserId ann;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        orders = new EpisodeOrders(fixture.database, fixture.clock);
        ann = fixture.ann.owner();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aUserChoosesTheOrderOfEachShow() {
        orders.choose(ann, SHOW, EpisodeOrder.AIR_DATE);
        orders.choose(ann, SHOW, EpisodeOrder.AIR_DATE);
        orders.choose(new UserId(8), OTHER, EpisodeOrder.AIR_DATE);

        assertThat(orders.of(fixture.ann, SHOW)).isEqualTo(EpisodeOrder.AIR_DATE);
        assertThat(orders.of(fixture.ann, OTHER)).isEqualTo(EpisodeOrder.NUMBER);
        assertThat(orders.page(fixture.ann, null, 10)).containsExactly(new OrderedShow(SHOW, UserDataFixture.NOW));
        orders.choose(ann, SHOW, EpisodeOrder.NUMBER);
        assertThat(orders.of(fixture.ann, SHOW)).isEqualTo(EpisodeOrder.NUMBER);
    }

    @Test
    void theChoiceMovesWithAMergedShow() {
        orders.choose(ann, SHOW, EpisodeOrder.AIR_DATE);
        List<UserDataMove> moves = List.of(new UserDataMove(Kind.SHOW, 100, 200, 200, UserDataFixture.NOW));
        fixture.database.write(tx -> {
            EpisodeOrders.mover(new ActivityStamps()).migrate(tx, ann.value(), moves, UserDataFixture.NOW);
            return 0;
        });

        assertThat(orders.of(fixture.ann, OTHER)).isEqualTo(EpisodeOrder.AIR_DATE);
    }

    @Test
    void airDatesOrderSpecialsAmongTheOthersAndUnknownDaysLast() {
        EpisodeSummary first = episode(1, 1, "2012-01-10");
        EpisodeSummary second = episode(1, 2, null);
        EpisodeSummary third = episode(1, 3, "2012-01-05");
        EpisodeSummary special = episode(0, 1, "2012-01-10");

        assertThat(EpisodeOrder.AIR_DATE.sort(List.of(special, first, second, third)))
                .containsExactly(third, first, special, second);
        assertThat(EpisodeOrder.NUMBER.sort(List.of(third, second, special, first)))
                .containsExactly(special, first, second, third);
    }

    private static EpisodeSummary episode(int season, int number, @Nullable String day) {
        LocalDate date = day == null ? null : LocalDate.parse(day);
        Instant at = day == null || number == 3 ? null : Instant.parse(day + "T20:00:00Z");
        return new EpisodeSummary(new EpisodeId(10 * season + number), season, number, null, date, at, null, false);
    }
}
