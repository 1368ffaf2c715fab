package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.UserId;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.web.text.Texts;

/// The application that asks a user, as the pages name it.
///
/// @param name as it was registered; for an unregistered one a text with a part of its `client_id`
/// @param origin who registered it, in words; for an unregistered one a warning
/// @param registered whether it is registered at this server
public record Requester(String name, String origin, boolean registered) {

    static Requester of(OAuthApplication application, Accounts accounts, Texts texts) {
        String name = nameOf(application.application(), texts);
        if (!application.application().registered()) {
            return new Requester(name, texts.get("oauth.origin.unknown"), false);
        }
        UserId owner = application.owner();
        String origin = owner == null
                ? texts.get("oauth.origin.operator")
                : accounts.find(owner)
                        .map(Account::name)
                        .map(user -> texts.get("oauth.origin.user", user))
                        .orElseGet(() -> texts.get("oauth.origin.former_user"));
        return new Requester(name, origin, true);
    }

    /// The name that was registered, or a text with a part of the `client_id`.
    static String nameOf(Application application, Texts texts) {
        return application.registered() ? application.name() : texts.get("oauth.unregistered", application.maskedKey());
    }
}
