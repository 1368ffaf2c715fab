package dev.spoolmark.app.demo;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AppId;
import dev.spoolmark.account.PreparedAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.db.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Fills a server with the data of the demo: three years until yesterday, and what is playing now.
///
/// All data are written by the methods of the features, one transaction for each user and kind of data, since each
/// commit waits for the disk.
final class DemoSeeder {

    private final Database database;
    private final DemoUsers users;
    private final DemoTitles titles;
    private final AppId app;
    private final Instant now;
    private final LocalDate date;
    private final Instant today;

    private DemoSeeder(Features features, DemoUsers users, DemoTitles titles, AppId app, Instant now) {
        this.database = features.database();
        this.users = users;
        this.titles = titles;
        this.app = app;
        this.now = now;
        this.date = now.atZone(ZoneOffset.UTC).toLocalDate();
        this.today = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// @param file where the catalog file may be written
    /// @param app the application that reports plays
    static void create(Features features, Path file, AppId app) {
        Instant now = features.clock().instant();
        LocalDate date = now.atZone(ZoneOffset.UTC).toLocalDate();
        Instant joined = date.minusYears(ViewingPlan.YEARS)
                .minusDays(10)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        CompletableFuture<List<PreparedAccount>> accounts =
                CompletableFuture.supplyAsync(() -> DemoUsers.prepare(features.accounts(), joined));
        DemoTitles titles = DemoCatalog.load(features, file, date);
        DemoUsers users = DemoUsers.create(features, accounts.join());
        DemoSeeder seeder = new DemoSeeder(features, users, titles, app, now);
        seeder.change(past -> users.follow(past, joined.plus(Duration.ofDays(5))));
        DemoUser.ALL.forEach(seeder::addHistory);
        seeder.change(past -> new DemoComments(past, users, titles, seeder.today).store());
        seeder.change(past -> new DemoLists(past, users, titles, seeder.today).store());
        seeder.change(past -> new DemoNow(past, users, titles, app).store(now));
    }

    private void addHistory(DemoUser user) {
        Account account = users.get(user.name());
        List<Viewing> viewings = ViewingPlan.of(user, titles, date);
        change(past -> new DemoPlays(past, account.id(), app).report(viewings));
        change(past -> DemoRatings.store(past, account.id(), DemoRatings.of(user, titles, viewings)));
        change(past -> new DemoLibrary(user, titles, account.id(), viewings, today).store(past));
    }

    private void change(Consumer<PastFeatures> changes) {
        PastFeatures.change(database, now, changes);
    }
}
