package dev.spoolmark.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Plays that friends offer each other.
@ParameterizedClass
@EnumSource(Engine.class)
class WatchedTogetherTest {

    private static final Duration RUNTIME = Duration.ofMinutes(100);

    @Parameter
    Engine engine;

    private final MutableClock clock = new MutableClock();
    private Database database;
    private Features features;
    private WatchedTogether together;
    private Account ann;
    private Account sam;
    private Watchable movie;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        features = Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
        together = features.watchedTogether();
        ann = create("ann");
        sam = create("sam");
        features.follows().followEachOther(ann, sam);
        new CatalogImport(database, clock, features.catalog())
                .apply(List.of(CatalogFixture.movie("Dune", 1999, Ids.NONE)));
        movie = Watchable.of(features.catalog()
                .findMovie(CatalogFixture.movieRef("Dune", 1999))
                .orElseThrow()
                .id());
    }

    @AfterEach
    void close() {
        features.metadataSources().close();
        database.close();
    }

    private Account create(String name) {
        return features.accounts()
                .create(new NewAccount(
                        name, null, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR))
                .account();
    }

    private ProfileView self(Account account) {
        return features.profileAccess().self(account);
    }

    private OfferResult offer(Instant at) {
        return together.offer(ann, sam.id(), movie, WatchedTime.of(at), RUNTIME, clock.instant());
    }

    private List<PlayEntry> plays() {
        return features.playAdditions().of(self(sam), movie.id(), 10);
    }

    private long firstOffer() {
        return together.open(self(sam)).getFirst().id();
    }

    @Test
    void withoutConsentNothingIsOffered() {
        assertThat(offer(clock.instant())).isEqualTo(OfferResult.NOT_ALLOWED);
        together.allow(ann, sam.id(), false);
        assertThat(offer(clock.instant())).isEqualTo(OfferResult.NOT_ALLOWED);
        assertThat(together.open(self(sam))).isEmpty();
        assertThat(together.companions(self(sam))).containsExactly(new Companion(ann.id(), false, false, true));
    }

    @Test
    void onlyFriendsCanBeAllowed() {
        Account eve = create("eve");
        features.follows().follow(sam, eve);

        assertThatThrownBy(() -> together.allow(sam, eve.id(), true)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> together.allow(sam, sam.id(), true)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAcceptedOfferIsOnePlayWithTheSameTime() {
        together.allow(sam, ann.id(), false);
        Instant at = clock.instant().minusSeconds(7_200);

        assertThat(offer(at)).isEqualTo(OfferResult.OFFERED);
        assertThat(offer(at)).isEqualTo(OfferResult.REPEATED);
        assertThat(plays()).isEmpty();
        long id = firstOffer();
        assertThat(together.accept(sam, id, RUNTIME)).isPresent();
        assertThat(together.accept(sam, id, RUNTIME)).isEmpty();
        assertThat(together.decline(sam, id)).isFalse();

        assertThat(plays()).extracting(PlayEntry::watchedAt).containsExactly(at);
        assertThat(offer(at)).isEqualTo(OfferResult.REPEATED);
        assertThat(together.open(self(sam))).isEmpty();
        assertThat(together.accepted(self(sam))).hasSize(1);
    }

    @Test
    void nobodyElseCanAcceptAnOffer() {
        together.allow(sam, ann.id(), false);
        offer(clock.instant());

        assertThat(together.accept(ann, firstOffer(), RUNTIME)).isEmpty();
        assertThat(together.decline(ann, firstOffer())).isFalse();
        assertThat(together.open(self(sam))).hasSize(1);
    }

    @Test
    void whatTheFriendHasAlreadyIsNotAddedAgain() {
        together.allow(sam, ann.id(), true);
        Instant at = clock.instant().minusSeconds(7_200);
        features.playAdditions().watchedAt(sam.id(), movie, at.plusSeconds(600), RUNTIME);

        assertThat(offer(at)).isEqualTo(OfferResult.ACCEPTED);

        assertThat(plays()).extracting(PlayEntry::watchedAt).containsExactly(at.plusSeconds(600));
    }

    @Test
    void automaticOffersAreStoredAtOnceAlsoAtAnUnknownTime() {
        together.allow(sam, ann.id(), true);

        assertThat(together.offer(ann, sam.id(), movie, WatchedTime.UNKNOWN, null, clock.instant()))
                .isEqualTo(OfferResult.ACCEPTED);
        assertThat(together.offer(ann, sam.id(), movie, WatchedTime.UNKNOWN, null, clock.instant()))
                .isEqualTo(OfferResult.REPEATED);

        assertThat(plays()).hasSize(1);
        assertThat(features.plays().watched(self(sam), List.of(movie.id()))).containsKey(movie.id());
    }

    @Test
    void aDeclinedOfferCanBeReopened() {
        together.allow(sam, ann.id(), false);
        offer(clock.instant());
        long id = firstOffer();

        assertThat(together.decline(sam, id)).isTrue();
        assertThat(together.open(self(sam))).isEmpty();
        assertThat(together.accept(sam, id, RUNTIME)).isEmpty();
        assertThat(together.reopen(sam, id)).isTrue();
        assertThat(together.reopen(sam, id)).isFalse();
        assertThat(together.accept(sam, id, RUNTIME)).isPresent();
    }

    @Test
    void offersExpire() {
        together.allow(sam, ann.id(), false);
        offer(clock.instant());
        long id = firstOffer();

        clock.pass(WatchedTogether.LIFETIME);
        assertThat(together.open(self(sam))).isEmpty();
        assertThat(together.accept(sam, id, RUNTIME)).isEmpty();
        together.purgeExpired();
        assertThat(together.page(self(sam), null, 10)).isEmpty();
    }

    @Test
    void aRevokedConsentAndAnUnfollowEndOffers() {
        together.allow(sam, ann.id(), false);
        offer(clock.instant());
        assertThat(together.revoke(sam, ann.id())).isTrue();
        assertThat(together.revoke(sam, ann.id())).isFalse();
        assertThat(together.open(self(sam))).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        together.allow(sam, ann.id(), false);
        offer(clock.instant());
        long id = firstOffer();
        features.follows().unfollow(ann, sam.id());
        assertThat(together.open(self(sam))).isEmpty();
        assertThat(together.accept(sam, id, RUNTIME)).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        features.follows().followEachOther(ann, sam);
        assertThat(offer(clock.instant())).isEqualTo(OfferResult.NOT_ALLOWED);
        assertThat(together.companions(self(sam))).isEmpty();
        assertThat(together.whomToOffer(self(ann))).isEmpty();
        assertThat(plays()).isEmpty();
    }

    @Test
    void aBlockEndsOffers() {
        together.allow(sam, ann.id(), true);

        features.blocks().block(sam, ann.id());

        assertThat(offer(clock.instant())).isEqualTo(OfferResult.NOT_ALLOWED);
        assertThat(plays()).isEmpty();
    }

    @Test
    void openOffersAreTakenBackWithThePlay() {
        together.allow(sam, ann.id(), false);
        Instant stored = clock.instant();
        offer(stored);

        assertThat(together.withdraw(sam.id(), stored)).isZero();
        assertThat(together.withdraw(ann.id(), stored)).isEqualTo(1);
        assertThat(together.open(self(sam))).isEmpty();
    }

    @Test
    void ofAcceptingDecliningAndWithdrawingAtOnceOneTakesEffect() {
        together.allow(sam, ann.id(), false);
        for (int round = 0; round < 15; round++) {
            clock.pass(Duration.ofHours(3));
            Instant at = clock.instant();
            offer(at);
            long id = firstOffer();
            AtomicInteger done = new AtomicInteger();
            AtomicInteger accepted = new AtomicInteger();
            IntStream.range(0, 6).parallel().forEach(n -> {
                switch (n % 3) {
                    case 0 -> {
                        if (together.accept(sam, id, RUNTIME).isPresent()) {
                            accepted.incrementAndGet();
                            done.incrementAndGet();
                        }
                    }
                    case 1 -> done.addAndGet(together.decline(sam, id) ? 1 : 0);
                    default -> done.addAndGet(together.withdraw(ann.id(), at));
                }
            });
            assertThat(done.get()).isEqualTo(1);
            assertThat(plays().stream().filter(play -> at.equals(play.watchedAt())))
                    .hasSize(accepted.get());
        }
    }

    @Test
    void theNumberOfOpenOffersIsLimited() {
        together.allow(sam, ann.id(), false);
        for (int n = 0; n < WatchedTogether.MAX_OPEN; n++) {
            assertThat(offer(clock.instant().minusSeconds(n))).isEqualTo(OfferResult.OFFERED);
        }

        assertThat(offer(clock.instant().minusSeconds(7_777))).isEqualTo(OfferResult.NOT_ALLOWED);
        assertThat(together.open(self(sam))).hasSize(100);
        assertThat(Optional.of(together.page(self(sam), null, 60)))
                .hasValueSatisfying(page -> assertThat(together.page(self(sam), page.getLast(), 60))
                        .hasSize(40)
                        .doesNotContainAnyElementsOf(page));
    }
}
