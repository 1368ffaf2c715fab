package dev.spoolmark.oauth;

import dev.spoolmark.account.Applications;
import dev.spoolmark.db.Database;
import dev.spoolmark.oauth.OAuthApplicationStore.Client;
import dev.spoolmark.oauth.OAuthApplicationStore.RedirectUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Completes clients with their names and redirect addresses, with one query for each of them.
final class ApplicationListing {

    private final Database database;
    private final Applications applications;

    ApplicationListing(Database database, Applications applications) {
        this.database = database;
        this.applications = applications;
    }

    /// The applications of these clients, in their order.
    List<OAuthApplication> of(List<Client> clients) {
        Map<String, Applications.Stored> stored =
                applications.all(clients.stream().map(Client::clientId).toList());
        Map<String, List<String>> uris = database.read(OAuthApplicationStore::allRedirectUris).stream()
                .collect(Collectors.groupingBy(
                        RedirectUri::clientId, Collectors.mapping(RedirectUri::uri, Collectors.toList())));
        return clients.stream()
                .flatMap(client -> Optional.ofNullable(stored.get(client.clientId())).stream()
                        .map(known -> new OAuthApplication(
                                known.application(),
                                client.type(),
                                uris.getOrDefault(client.clientId(), List.of()),
                                client.owner(),
                                known.blocked())))
                .toList();
    }
}
