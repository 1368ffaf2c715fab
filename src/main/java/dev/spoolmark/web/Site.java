package dev.spoolmark.web;

import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.web.asset.Assets;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all pages share.
///
/// @param name the name of the server as it is now
/// @param cookie with the session
/// @param signInCookie with the secret of a browser that signs in at another server
/// @param confirmation asks users to confirm their identity
public record Site(
        Supplier<String> name,
        Links links,
        Templates templates,
        Sessions sessions,
        PageCookie cookie,
        PageCookie signInCookie,
        FormConfirmation confirmation) {

    /// @param publicUrl where people reach the server, if the operator configured it
    public static Site at(
            @Nullable URI publicUrl,
            Supplier<String> name,
            Assets assets,
            Sessions sessions,
            FormConfirmation confirmation) {
        String path = publicUrl == null ? "" : publicUrl.getRawPath();
        boolean secure = publicUrl != null && "https".equals(publicUrl.getScheme());
        return new Site(
                name,
                new Links(path, assets),
                new Templates(),
                sessions,
                PageCookie.ofSession(path, secure),
                PageCookie.ofSignIn(path, secure),
                confirmation);
    }

    public String serverName() {
        return name.get();
    }
}
