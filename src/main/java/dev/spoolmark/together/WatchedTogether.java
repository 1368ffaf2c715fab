package dev.spoolmark.together;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.PairEraser;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Offers of plays between friends who have watched something together. A user is offered plays only by friends
/// whom this user lets; an accepted offer is one play of the user at the same time
/// (`docs/domain.md#watched-together`).
///
/// A consent and an offer count while the two users are friends without interruption, so that an unfollow or a
/// block ends them.
public final class WatchedTogether {

    /// The highest number of open offers of one user to another one (`docs/security.md#quotas`).
    static final int MAX_OPEN = 100;

    /// The highest number of users whom one user lets offer plays.
    static final int MAX_COMPANIONS = 200;

    /// How long an offer can be accepted.
    static final Duration LIFETIME = Duration.ofDays(14);

    private static final int SHOWN = 100;

    private final Database database;
    private final Follows follows;
    private final PlayAdditions plays;
    private final InstantSource clock;
    private final ConsentStore consents = new ConsentStore();
    private final OfferStore offers = new OfferStore();

    public WatchedTogether(Database database, Follows follows, PlayAdditions plays, InstantSource clock) {
        this.database = database;
        this.follows = follows;
        this.plays = plays;
        this.clock = clock;
    }

    /// Moves offers when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(OfferStore.TABLE, Optional.empty(), stamps);
    }

    // Consent

    /// `self` lets a friend offer plays. Repeating it changes `automatic`.
    ///
    /// @param automatic whether offers are accepted at once
    /// @throws ProblemException with [Problem.NotFound] if they are no friends, with [Problem.TooMany]
    /// above the limit
    public void allow(Account self, UserId friend, boolean automatic) {
        Instant now = clock.instant();
        database.write(tx -> {
            if (follows.friendsSince(tx, self.id(), friend).isEmpty()) {
                throw new ProblemException(new Problem.NotFound("friend"));
            }
            List<ConsentStore.Consent> granted = consents.granted(tx, self.id(), MAX_COMPANIONS);
            boolean isNew =
                    granted.stream().noneMatch(consent -> consent.other().equals(friend));
            if (isNew && granted.size() >= MAX_COMPANIONS) {
                throw new ProblemException(new Problem.TooMany(MAX_COMPANIONS, "companions"));
            }
            consents.save(tx, self.id(), friend, automatic, now);
            return true;
        });
    }

    /// Ends a consent. Open offers of that user disappear.
    ///
    /// @return false if there was none
    public boolean revoke(Account self, UserId other) {
        return database.write(tx -> {
            boolean found = consents.remove(tx, self.id(), other);
            offers.removeOpen(tx, self.id(), other);
            return found;
        });
    }

    /// The friends with whom there is a consent in one direction or both, by id.
    public List<Companion> companions(ProfileView self) {
        return database.read(tx -> {
            UserId user = self.ownerAlone();
            Map<UserId, Companion> all = new LinkedHashMap<>();
            for (ConsentStore.Consent granted : consents.granted(tx, user, MAX_COMPANIONS)) {
                all.put(granted.other(), new Companion(granted.other(), true, granted.automatic(), false));
            }
            for (ConsentStore.Consent received : consents.received(tx, user, MAX_COMPANIONS)) {
                all.merge(
                        received.other(),
                        new Companion(received.other(), false, false, true),
                        (known, added) -> new Companion(known.user(), true, known.isAutomatic(), true));
            }
            return List.copyOf(all.values());
        });
    }

    /// The friends who let the owner of a profile offer plays, by id.
    public List<UserId> whomToOffer(ProfileView self) {
        return database.read(tx -> consents.received(tx, self.ownerAlone(), MAX_COMPANIONS)).stream()
                .map(ConsentStore.Consent::other)
                .toList();
    }

    // Offers

    /// Offers a play to a friend.
    ///
    /// @param time when it was watched
    /// @param runtime null if unknown
    /// @param createdAt identifies the offer for [#withdraw]
    public OfferResult offer(
            Account from, UserId to, Watchable item, WatchedTime time, @Nullable Duration runtime, Instant createdAt) {
        return offer(from, to, List.of(new OfferedPlay(item, time, runtime)), createdAt)
                .getFirst();
    }

    /// Offers plays to a friend, such as those of a season, in one transaction. Those above the limit of open
    /// offers are not offered.
    ///
    /// @param offered at most 100
    /// @param createdAt identifies the offers for [#withdraw]
    /// @return what became of each play
    public List<OfferResult> offer(Account from, UserId to, List<OfferedPlay> offered, Instant createdAt) {
        Instant now = clock.instant();
        plays.flush(to);
        return database.write(tx -> {
            Optional<ConsentStore.Consent> consent =
                    consents.lock(tx, to, from.id()).filter(row -> counts(tx, to, from.id(), row.since()));
            int free = consent.isEmpty() ? 0 : MAX_OPEN - offers.countOpen(tx, to, from.id());
            List<OfferResult> results = new ArrayList<>();
            for (OfferedPlay play : offered) {
                OfferResult result = free > 0
                        ? offer(tx, from.id(), to, play, consent.orElseThrow().automatic(), createdAt, now)
                        : OfferResult.NOT_ALLOWED;
                free -= result == OfferResult.OFFERED ? 1 : 0;
                results.add(result);
            }
            return results;
        });
    }

    private OfferResult offer(
            Tx tx, UserId from, UserId to, OfferedPlay play, boolean automatic, Instant createdAt, Instant now) {
        PlayOffer offer = new PlayOffer(
                tx.newId("play_offer"),
                from,
                play.item(),
                play.time(),
                automatic ? OfferState.ACCEPTED : OfferState.OPEN,
                createdAt,
                now.plus(LIFETIME));
        if (offers.exists(tx, to, offer)) {
            return OfferResult.REPEATED;
        }
        offers.add(tx, to, offer);
        if (automatic) {
            plays.watchedTogether(tx, to, play.item(), play.time(), play.runtime(), now);
        }
        return automatic ? OfferResult.ACCEPTED : OfferResult.OFFERED;
    }

    /// Takes back the open offers that a user has made with one play.
    ///
    /// @return how many there were
    public int withdraw(UserId from, Instant createdAt) {
        return database.write(tx -> offers.withdraw(tx, from, createdAt));
    }

    /// What waits for a decision of the owner of a profile.
    public Inbox inbox(ProfileView self) {
        Instant now = clock.instant();
        return database.read(tx -> offers.inbox(tx, self.ownerAlone(), now));
    }

    /// The open offers of the owner of a profile, newest first, at most 100.
    public List<PlayOffer> open(ProfileView self) {
        return valid(self, OfferState.OPEN);
    }

    /// The plays that were accepted lately, newest first, at most 100.
    public List<PlayOffer> accepted(ProfileView self) {
        return valid(self, OfferState.ACCEPTED);
    }

    private List<PlayOffer> valid(ProfileView self, OfferState state) {
        Instant now = clock.instant();
        return database.read(tx -> {
            UserId user = self.ownerAlone();
            List<PlayOffer> found = offers.newest(tx, user, state, now, SHOWN);
            if (found.isEmpty() || state != OfferState.OPEN) {
                return found;
            }
            Map<UserId, Instant> granted = new LinkedHashMap<>();
            consents.granted(tx, user, MAX_COMPANIONS + 1)
                    .forEach(consent -> granted.put(consent.other(), consent.since()));
            return found.stream()
                    .filter(offer -> granted.containsKey(offer.from()))
                    .toList();
        });
    }

    /// Accepts an offer: the user has one play at that time, also if there was one before.
    ///
    /// @param runtime null if unknown
    /// @return the offer; empty if there is none that can be accepted
    public Optional<PlayOffer> accept(Account self, long id, @Nullable Duration runtime) {
        Instant now = clock.instant();
        plays.flush(self.id());
        return database.write(tx -> {
            Optional<PlayOffer> found = offers.change(tx, self.id(), id, OfferState.OPEN, OfferState.ACCEPTED, now);
            if (found.isEmpty()) {
                return found;
            }
            PlayOffer offer = found.get();
            boolean counts = consents.lock(tx, self.id(), offer.from())
                    .filter(row -> counts(tx, self.id(), offer.from(), row.since()))
                    .isPresent();
            if (!counts) {
                offers.change(tx, self.id(), id, OfferState.ACCEPTED, OfferState.DECLINED, now);
                return Optional.<PlayOffer>empty();
            }
            plays.watchedTogether(tx, self.id(), offer.item(), offer.time(), runtime, now);
            return found;
        });
    }

    /// Declines an offer. The friend gets no notice.
    ///
    /// @return false if there is no such open offer
    public boolean decline(Account self, long id) {
        return change(self, id, OfferState.OPEN, OfferState.DECLINED);
    }

    /// Undoes [#decline].
    ///
    /// @return false if there is no such declined offer
    public boolean reopen(Account self, long id) {
        return change(self, id, OfferState.DECLINED, OfferState.OPEN);
    }

    private boolean change(Account self, long id, OfferState from, OfferState to) {
        Instant now = clock.instant();
        return database.write(
                tx -> offers.change(tx, self.id(), id, from, to, now).isPresent());
    }

    /// Deletes expired offers.
    public void purgeExpired() {
        Instant now = clock.instant();
        database.write(tx -> offers.purge(tx, now));
    }

    /// Whether the two are friends since before a consent was given.
    private boolean counts(Tx tx, UserId user, UserId other, Instant since) {
        return follows.friendsSince(tx, user, other)
                .filter(began -> !began.isAfter(since))
                .isPresent();
    }

    // Everything, for the export

    /// All offers to the owner of a profile, by item.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<PlayOffer> page(ProfileView self, @Nullable PlayOffer after, int max) {
        return database.read(tx -> after == null
                ? offers.firstPage(tx, self.ownerAlone(), max)
                : offers.page(tx, self.ownerAlone(), after, max));
    }

    /// The users whom the owner of a profile lets offer plays, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<OfferConsent> consents(ProfileView self, @Nullable OfferConsent after, int max) {
        long other = after == null ? 0 : after.other().value();
        return database.read(tx -> consents.page(tx, self.ownerAlone(), other, max)).stream()
                .map(consent -> new OfferConsent(consent.other(), consent.automatic(), consent.since()))
                .toList();
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                new PairEraser("offer_consent", "target_id"),
                new PairEraser("offer_right", "source_id"),
                new PairEraser("play_offer", "source_id"));
    }
}
