package dev.spoolmark;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user and a small catalog on either engine, for tests of reads. The time is noon of 24 June 2013.
public final class UserDataFixture implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2013-06-24T12:00:00Z");

    public final Database database;
    public final Catalog catalog;
    public final InstantSource clock = InstantSource.fixed(NOW);
    public final ProfileView ann;
    public final UserRows rows;

    public UserDataFixture(Engine engine) {
        database = TestDatabases.open(engine);
        catalog = new Catalog(database, clock, new CatalogOptions(true));
        Account account = account();
        ann = new ProfileAccess(database).self(account);
        rows = new UserRows(database, account);
    }

    /// Adds a show with these seasons.
    public ShowId show(String title, SeasonItem... seasons) {
        ShowItem item = new ShowItem(Ids.NONE, title, 2010, ShowFacts.NONE, List.of(), List.of(seasons), null);
        new CatalogImport(database, clock, catalog).apply(List.of(item));
        return catalog.findShow(CatalogFixture.showRef(dev.spoolmark.core.TitleFolding.slug(title)))
                .orElseThrow()
                .id();
    }

    public static SeasonItem season(int number, EpisodeItem... episodes) {
        return new SeasonItem(number, Ids.NONE, null, List.of(episodes));
    }

    /// @param airsAt such as `2013-06-24T20:00:00Z`; null if unknown
    public static EpisodeItem episode(int number, @Nullable String airsAt) {
        Instant at = airsAt == null ? null : Instant.parse(airsAt);
        EpisodeFacts facts = new EpisodeFacts(
                "Episode " + number,
                null,
                at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate(),
                at,
                null,
                null);
        return new EpisodeItem(number, Ids.NONE, facts);
    }

    public EpisodeId episode(ShowId show, int season, int number) {
        return catalog.guide(show).episode(season, number).orElseThrow().id();
    }

    public SeasonId season(ShowId show, int number) {
        return catalog.guide(show).season(number).orElseThrow().id();
    }

    @Override
    public void close() {
        database.close();
    }

    public static Account account() {
        return new Account(
                new UserId(7),
                "ann",
                null,
                false,
                false,
                false,
                Profile.EMPTY,
                new Preferences(ZoneOffset.UTC, RatingMode.SIMPLE, false, true, true),
                NOW,
                null,
                1);
    }
}
