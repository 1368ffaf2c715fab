package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.JsonStream;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.together.OfferConsent;
import dev.spoolmark.together.PlayOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Who may offer the user plays, and the offers that are stored. Users who are disabled are left out.
final class ManifestTogether {

    private final ExportSources sources;
    private final ItemObjects items;
    private final ProfileView self;

    ManifestTogether(ExportSources sources, ItemObjects items, ProfileView self) {
        this.sources = sources;
        this.items = items;
        this.self = self;
    }

    void write(JsonStream json) {
        json.array(
                "play_offer_consents",
                PageReader.<OfferConsent, JsonObject>all(
                        (after, max) -> sources.together().consents(self, after, max),
                        ExportArchive.PAGE_SIZE,
                        this::consents));
        json.array(
                "play_offers",
                PageReader.<PlayOffer, JsonObject>all(
                        (after, max) -> sources.together().page(self, after, max),
                        ExportArchive.PAGE_SIZE,
                        this::offers));
    }

    private List<JsonObject> consents(List<OfferConsent> rows) {
        Map<UserId, Account> users =
                sources.accounts().all(rows.stream().map(OfferConsent::other).toList());
        List<JsonObject> rendered = new ArrayList<>();
        for (OfferConsent row : rows) {
            Account other = users.get(row.other());
            if (other != null) {
                rendered.add(new JsonObject()
                        .put("since", ExportTime.of(row.since()))
                        .put("automatic", row.automatic())
                        .put("user", UserObjects.other(other)));
            }
        }
        return rendered;
    }

    private List<JsonObject> offers(List<PlayOffer> rows) {
        Map<UserId, Account> users =
                sources.accounts().all(rows.stream().map(PlayOffer::from).toList());
        ItemObjects.Page page = items.page(rows.stream().map(row -> row.item().id()));
        List<JsonObject> rendered = new ArrayList<>();
        for (PlayOffer row : rows) {
            Account from = users.get(row.from());
            if (from != null) {
                rendered.add(page.describe(
                        new JsonObject()
                                .put("user", UserObjects.other(from))
                                .put("state", row.state().name().toLowerCase(Locale.ROOT))
                                .put("watched_at", ExportTime.orNull(row.watchedAt()))
                                .put("offered_at", ExportTime.of(row.createdAt()))
                                .put("expires_at", ExportTime.of(row.expiresAt())),
                        row.item().id()));
            }
        }
        return rendered;
    }
}
