package dev.spoolmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.UserRows;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ComparisonsTest {

    @Parameter
    Engine engine;

    private UserDataFixture fixture;
    private UserRows bobRows;
    private final Account bob = bob(SectionAudiences.EVERYONE);

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        bobRows = new UserRows(fixture.database, bob);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Account bob(SectionAudiences audiences) {
        return new Account(
                new UserId(8),
                "bob",
                null,
                false,
                false,
                false,
                Profile.EMPTY,
                new Preferences(ZoneOffset.UTC, RatingMode.SIMPLE, false, true, true),
                UserDataFixture.NOW,
                null,
                1,
                audiences);
    }

    private Comparison compare(Account other) {
        ProfileView view = new ProfileAccess(fixture.database)
                .viewOf(new Viewer(fixture.ann.owner()), other)
                .orElseThrow();
        return new Comparisons(fixture.database).of(fixture.ann, view);
    }

    @Test
    void usersWithoutDataHaveNothingInCommon() {
        assertThat(compare(bob)).isEqualTo(new Comparison(CommonItems.NONE, CommonItems.NONE, RatingAgreement.NONE));
    }

    @Test
    void itemsThatBothHaveWatchedAreCounted() {
        ShowId much = fixture.show(
                "Much", UserDataFixture.season(1, UserDataFixture.episode(1, null), UserDataFixture.episode(2, null)));
        ShowId little = fixture.show("Little", UserDataFixture.season(1, UserDataFixture.episode(1, null)));
        ShowId own = fixture.show("Own", UserDataFixture.season(1, UserDataFixture.episode(1, null)));
        for (UserRows rows : List.of(fixture.rows, bobRows)) {
            rows.addPlay(little, fixture.episode(little, 1, 1), 3, UserDataFixture.NOW);
            rows.addPlay(new MovieId(700), 3, UserDataFixture.NOW);
        }
        fixture.rows.addPlay(much, fixture.episode(much, 1, 1), 3, UserDataFixture.NOW);
        fixture.rows.addPlay(much, fixture.episode(much, 1, 2), 3, UserDataFixture.NOW);
        bobRows.addPlay(much, fixture.episode(much, 1, 2), 3, UserDataFixture.NOW);
        fixture.rows.addPlay(own, fixture.episode(own, 1, 1), 3, UserDataFixture.NOW);
        fixture.rows.addPlay(new MovieId(701), 3, UserDataFixture.NOW);
        bobRows.addUnseenMark(new MovieId(701), UserDataFixture.NOW);

        Comparison found = compare(bob);

        assertThat(found.shows()).isEqualTo(new CommonItems(2, List.<MediaId>of(much, little)));
        assertThat(found.movies()).isEqualTo(new CommonItems(1, List.<MediaId>of(new MovieId(700))));
    }

    @Test
    void ratingsAgreeByTheirDistance() {
        for (int n = 0; n < 3; n++) {
            fixture.rows.addRating(new MovieId(700 + n), 10);
            bobRows.addRating(new MovieId(700 + n), n == 2 ? 1 : 10);
        }
        fixture.rows.addRating(new MovieId(800), 5);

        RatingAgreement agreement = compare(bob).ratings();

        assertThat(agreement.count()).isEqualTo(3);
        assertThat(agreement.same()).isEqualTo(2);
        assertThat(agreement.percent()).isEqualTo(67);
        assertThat(agreement.loved())
                .extracting(ComparedRating::item)
                .containsExactly(new MovieId(700), new MovieId(701));
        assertThat(agreement.disputed()).containsExactly(new ComparedRating(new MovieId(702), 10, 1));
    }

    @Test
    void aSectionThatIsNotVisibleLooksEmpty() {
        for (UserRows rows : List.of(fixture.rows, bobRows)) {
            rows.addPlay(new MovieId(700), 3, UserDataFixture.NOW);
            rows.addRating(new MovieId(700), 10);
        }
        SectionAudiences hidden = SectionAudiences.EVERYONE.with(ProfileSection.HISTORY, Audience.SELF);

        assertThat(compare(bob(hidden)).movies()).isEqualTo(CommonItems.NONE);
        assertThat(compare(bob(hidden)).ratings().count()).isEqualTo(1);
        assertThat(compare(bob(hidden.with(ProfileSection.RATINGS, Audience.FRIENDS)))
                        .ratings())
                .isEqualTo(RatingAgreement.NONE);
    }
}
