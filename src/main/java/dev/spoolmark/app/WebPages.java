package dev.spoolmark.app;

import dev.spoolmark.account.Registration;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.link.PasswordResetRequests;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.catalog.PersonLookup;
import dev.spoolmark.catalog.edit.CatalogEditor;
import dev.spoolmark.catalog.edit.ItemConfirmation;
import dev.spoolmark.home.HomeFeed;
import dev.spoolmark.lists.ListSearch;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.transfer.ExportSpool;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.userstate.ItemDetails;
import dev.spoolmark.userstate.UserItemStates;
import dev.spoolmark.web.HomePages;
import dev.spoolmark.web.PageRequests;
import dev.spoolmark.web.PageRoute;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.ProxyUsers;
import dev.spoolmark.web.Site;
import dev.spoolmark.web.StyleGuide;
import dev.spoolmark.web.WebHandler;
import dev.spoolmark.web.WellKnownPages;
import dev.spoolmark.web.admin.AdminFeatures;
import dev.spoolmark.web.admin.AdminPages;
import dev.spoolmark.web.admin.Backups;
import dev.spoolmark.web.admin.ServerStatus;
import dev.spoolmark.web.admin.catalog.CatalogAdminFeatures;
import dev.spoolmark.web.admin.catalog.CatalogAdminPages;
import dev.spoolmark.web.asset.Assets;
import dev.spoolmark.web.entry.EntryPages;
import dev.spoolmark.web.imports.ImportFeatures;
import dev.spoolmark.web.imports.ImportPages;
import dev.spoolmark.web.item.ItemPageFeatures;
import dev.spoolmark.web.item.ItemRoutes;
import dev.spoolmark.web.item.ShowFeatures;
import dev.spoolmark.web.oauth.OAuthPages;
import dev.spoolmark.web.openid.OpenIdPages;
import dev.spoolmark.web.pwa.PwaPages;
import dev.spoolmark.web.settings.ExportPages;
import dev.spoolmark.web.settings.PicturePages;
import dev.spoolmark.web.settings.SettingsPages;
import dev.spoolmark.web.signin.ConfirmPages;
import dev.spoolmark.web.signin.SignInOptions;
import dev.spoolmark.web.signin.SignInPages;
import dev.spoolmark.web.text.Languages;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All pages over the features.
final class WebPages {

    private final Features features;
    private final Configuration configuration;
    private final ServerStatus status;
    private final Backups backups;
    private final Path spool;
    private final Imports imports;
    private final @Nullable DemoSignIn demo;
    private final ConfirmPages confirmPages;

    /// @param spool directory for archives that clients download
    /// @param demo the users of a demo, null on other servers
    WebPages(
            Features features,
            Configuration configuration,
            ServerStatus status,
            Backups backups,
            Path spool,
            Imports imports,
            @Nullable DemoSignIn demo) {
        this.features = features;
        this.configuration = configuration;
        this.status = status;
        this.backups = backups;
        this.spool = spool;
        this.imports = imports;
        this.demo = demo;
        this.confirmPages = new ConfirmPages(features.webSignIn(), features.openId(), proxyUsers());
    }

    WebHandler handler() {
        URI publicUrl = configuration.listening().publicUrl();
        Site site = Site.at(
                publicUrl,
                new ServerNameSupplier(features.serverSettings()),
                new Assets(),
                features.sessions(),
                confirmPages);
        PageRequests requests = new PageRequests(
                site, proxyUsers(), new Languages(), configuration.users().timeZone());
        return new WebHandler(routes(), requests, site);
    }

    List<PageRoute> routes() {
        PageRoutes routes = new PageRoutes();
        ItemRoutes items = new ItemRoutes(itemFeatures());
        new HomePages(ProductVersion.version(), features.links().setup()::isNeeded, items.home()).declare(routes);
        items.declare(routes);
        new WellKnownPages(features.clock()).declare(routes);
        if (demo != null) {
            new StyleGuide(features.clock()).declare(routes);
        }
        new SettingsPages(
                        features.accounts(),
                        features.sessions(),
                        features.webSignIn(),
                        features.secondFactors(),
                        features.accountErasure(),
                        features.openId(),
                        configuration.passwords().onV1())
                .declare(routes);
        new PicturePages(features.userPictures()).declare(routes);
        new ExportPages(new ExportSpool(features.userExport(), spool, features.clock())).declare(routes);
        new ImportPages(importFeatures()).declare(routes);
        new SignInPages(features.webSignIn(), features.sessions(), this::signInOptions, proxyUsers()).declare(routes);
        confirmPages.declare(routes);
        features.openId().ifPresent(openId -> new OpenIdPages(openId, features.webSignIn()).declare(routes));
        new OAuthPages(features.oauth(), features.accounts(), this::isRegistrationOpen).declare(routes);
        new EntryPages(
                        features.links(),
                        new PasswordResetRequests(features.mails(), features.clock()),
                        features.accounts(),
                        features.registrationLimit(),
                        features.serverSettings())
                .declare(routes);
        new AdminPages(administration()).declare(routes);
        new PwaPages().declare(routes);
        new CatalogAdminPages(catalogAdministration()).declare(routes);
        LibraryPages.declare(features, routes);
        PeoplePages.declare(features, routes);
        return routes.all();
    }

    private ImportFeatures importFeatures() {
        return new ImportFeatures(
                imports, features.catalog(), features.provisionalAccess(), features.search(), features.clock());
    }

    private ItemPageFeatures itemFeatures() {
        return new ItemPageFeatures(
                features.accounts(),
                features.profileAccess(),
                features.catalog(),
                new PersonLookup(features.database()),
                features.onDemandLookup(),
                features.metadataSources().sourceSearch(),
                features.provisionalAccess(),
                features.playAdditions(),
                features.playback(),
                features.scrobbles(),
                features.watchedTogether(),
                features.ratings(),
                features.watchlist(),
                features.favorites(),
                features.hidden(),
                features.collectionItems(),
                features.lists(),
                new ListSearch(features.database()),
                features.comments(),
                features.notes(),
                features.episodeOrders(),
                features.plays(),
                features.related(),
                features.search(),
                new ItemDetails(features.database(), features.expiredCheckins()),
                new CoveredEpisodes(features.database()),
                new UserItemStates(
                        features.catalog(),
                        features.ratings(),
                        features.plays(),
                        features.collectionItems(),
                        features.watchlist()),
                new HomeFeed(
                        features.database(),
                        features.catalog(),
                        features.calendar(),
                        features.upNext(),
                        features.accounts(),
                        features.profileAccess(),
                        features.clock()),
                new ShowFeatures(features.upNext(), features.rewatches(), features.showSettings()),
                features.clock());
    }

    private ProxyUsers proxyUsers() {
        Configuration.ProxySignIn proxy = configuration.proxySignIn();
        return new ProxyUsers(proxy.header(), proxy.networks(), proxy.create(), features.accounts());
    }

    private SignInOptions signInOptions() {
        boolean isOpen = isRegistrationOpen();
        String provider = features.openId().map(OpenIdSignIn::name).orElse("");
        return demo == null
                ? new SignInOptions(isOpen, provider, List.of(), "")
                : new SignInOptions(
                        isOpen,
                        provider,
                        demo.users().stream().map(WebPages::demoUser).toList(),
                        demo.password());
    }

    private static SignInOptions.DemoUser demoUser(DemoSignIn.User user) {
        return new SignInOptions.DemoUser(user.name(), user.fullName(), user.isAdmin());
    }

    private boolean isRegistrationOpen() {
        return features.serverSettings().current().registration() == Registration.OPEN;
    }

    private CatalogAdminFeatures catalogAdministration() {
        Audit audit = features.accounts().audit();
        return new CatalogAdminFeatures(
                new CatalogEditor(features.database(), features.clock(), features.catalog(), audit),
                new ItemConfirmation(features.database(), features.clock(), features.catalog(), audit),
                features.catalogMerge(),
                features.catalog(),
                features.search(),
                audit);
    }

    private AdminFeatures administration() {
        return new AdminFeatures(
                features.accounts(),
                features.accountErasure(),
                features.links(),
                features.applications(),
                features.oauth().applications(),
                features.serverSettings(),
                features.statistics(),
                features.metadataSources().jobs(),
                status,
                backups,
                features.clock());
    }
}
