package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreateAccountResult;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1TimeZones;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `account/*`: create an account, check a password, read settings.
public final class AccountMethods {

    private static final List<String> NETWORKS = List.of("facebook", "twitter", "tumblr");

    private final Accounts accounts;
    private final Supplier<Registration> registration;
    private final RegistrationLimit registrations;
    private final InstantSource clock;

    public AccountMethods(
            Accounts accounts,
            Supplier<Registration> registration,
            RegistrationLimit registrations,
            InstantSource clock) {
        this.accounts = accounts;
        this.registration = registration;
        this.registrations = registrations;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        v1.requiring(Permission.ACCOUNT_CREATE)
                .post("/account/create/{apikey}", NONE, PUBLIC, CreateAccount.class, this::create);
        v1.readOnly().post("/account/settings/{apikey}", SIGNED_IN, OWN, this::settings);
        v1.readOnly().withTrait(MethodTrait.ANY_CREDENTIAL).post("/account/test/{apikey}", SIGNED_IN, OWN, this::test);
    }

    // POST account/create

    record CreateAccount(
            @Nullable LenientValue username,
            @Nullable LenientValue password,
            @Nullable LenientValue email) {}

    private Response create(Call<CreateAccount> call) {
        CreateAccount newAccount = call.body();
        String name = required(newAccount.username(), "username");
        String password = required(newAccount.password(), "password");
        String email = required(newAccount.email(), "email");
        Secret sha1 =
                Secret.ofSha1Hex(password).orElseThrow(() -> new ProblemException(new Problem.Invalid("password")));
        NewAccount person = new NewAccount(name, email, sha1, false, origin());
        Supplier<CreateAccountResult.Created> creation = () ->
                call.blocking().runBlocking(() -> accounts.creation().register(person, Actor.client(call.client())));
        if (registration.get() == Registration.OPEN) {
            registrations.within(call.client(), creation);
        } else {
            var _ = creation.get();
        }
        return V1Responses.success("created account for " + name);
    }

    /// With closed registration, only applications with the permission reach this.
    private CreationOrigin origin() {
        return registration.get() == Registration.CLOSED ? CreationOrigin.OPERATOR : CreationOrigin.SELF_SERVICE;
    }

    private static String required(@Nullable LenientValue value, String field) {
        return V1Values.text(value).orElseThrow(() -> new ProblemException(new Problem.Missing(field)));
    }

    // POST account/test

    private Response test(Call<NoBody> call) {
        return V1Responses.success("all good!");
    }

    // POST account/settings

    private Response settings(Call<NoBody> call) {
        Account account = call.account();
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", "All settings for " + account.name())
                .put("profile", V1User.own(account, new V1Links(call.base())))
                .put("account", accountSettings(account))
                .put("viewing", viewing(account))
                .put("connections", connections())
                .put("sharing_text", sharingText()));
    }

    private JsonObject accountSettings(Account account) {
        return new JsonObject()
                .put("timezone", V1TimeZones.of(account.preferences().timeZone(), clock.instant()))
                .put("use_24hr", account.preferences().clock24Hours())
                .put("protected", account.isProtected());
    }

    private static JsonObject viewing(Account account) {
        return new JsonObject()
                .put(
                        "ratings",
                        new JsonObject()
                                .put("mode", account.preferences().ratingMode().key()))
                .put(
                        "shouts",
                        new JsonObject()
                                .put("show_badges", account.preferences().commentBadges())
                                .put("show_spoilers", account.preferences().commentSpoilers()));
    }

    /// Connections to other services are not supported: every network is listed as not connected.
    private static JsonObject connections() {
        JsonObject connections = new JsonObject();
        NETWORKS.forEach(network -> connections.put(network, network(network)));
        List.of("path", "prowl").forEach(network -> connections.put(network, new JsonObject().put("connected", false)));
        return connections;
    }

    private static JsonObject network(String name) {
        JsonObject network = new JsonObject().put("connected", false);
        if (name.equals("facebook")) {
            network.put("timeline_enabled", false);
        }
        List.of("scrobbles_start", "scrobbles_end", "tv", "movies", "ratings", "checkins")
                .forEach(section -> network.put("share_" + section, false));
        return network;
    }

    private static JsonObject sharingText() {
        return new JsonObject().put("watching", "I'm watching [item]").put("watched", "I just watched [item]");
    }
}
