package dev.spoolmark.comparison;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;

/// Compares what two users have watched and how they have rated it.
public final class Comparisons {

    /// The most items of each list.
    static final int SHOWN = 12;

    private final Database database;
    private final ComparisonStore store = new ComparisonStore();

    public Comparisons(Database database) {
        this.database = database;
    }

    /// Compares with three statements. A section that is not visible looks empty.
    ///
    /// @param own the profile of the viewer, whose items decide the order
    public Comparison of(ProfileView own, ProfileView other) {
        return database.read(tx ->
                new Comparison(watched(tx, own, other, true), watched(tx, own, other, false), ratings(tx, own, other)));
    }

    private CommonItems watched(Tx tx, ProfileView own, ProfileView other, boolean shows) {
        if (!other.shows(ProfileSection.HISTORY)) {
            return CommonItems.NONE;
        }
        UserId one = own.owner(ProfileSection.HISTORY);
        UserId second = other.owner(ProfileSection.HISTORY);
        return shows ? store.shows(tx, one, second, SHOWN) : store.movies(tx, one, second, SHOWN);
    }

    private RatingAgreement ratings(Tx tx, ProfileView own, ProfileView other) {
        return other.shows(ProfileSection.RATINGS)
                ? RatingAgreement.of(
                        store.ratings(tx, own.owner(ProfileSection.RATINGS), other.owner(ProfileSection.RATINGS)),
                        SHOWN)
                : RatingAgreement.NONE;
    }
}
