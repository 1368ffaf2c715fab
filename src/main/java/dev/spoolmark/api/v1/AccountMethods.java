package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.NOBODY;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Creation;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Origin;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.TimeZoneCodes;
import dev.spoolmark.audit.By;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `account/*`: making an account, trying one's password, reading one's settings.
final class AccountMethods {

    private static final List<String> NETWORKS = List.of("facebook", "twitter", "tumblr");

    private final Accounts accounts;
    private final Registration registration;
    private final RegistrationLimit registrations;
    private final InstantSource clock;

    AccountMethods(Accounts accounts, Registration registration, RegistrationLimit registrations, InstantSource clock) {
        this.accounts = accounts;
        this.registration = registration;
        this.registrations = registrations;
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.needing(Permission.ACCOUNT_CREATE)
                .post("/account/create/{apikey}", OPEN, NOBODY, NewPerson.class, this::create);
        v1.with(Trait.ASKS).post("/account/settings/{apikey}", SIGNED_IN, OWN, this::settings);
        v1.with(Trait.ASKS).post("/account/test/{apikey}", SIGNED_IN, OWN, this::test);
    }

    // POST account/create

    record NewPerson(
            @Nullable Scalar username,
            @Nullable Scalar password,
            @Nullable Scalar email) {}

    private Reply create(Call<NewPerson> call) {
        NewPerson wanted = call.body();
        String name = needed(wanted.username(), "username");
        String password = needed(wanted.password(), "password");
        String email = needed(wanted.email(), "email");
        Secret sha1 = Secret.ofSha1Hex(password).orElseThrow(() -> new Refusal(new Problem.Invalid("password")));
        NewAccount person = new NewAccount(name, email, sha1, false, origin());
        Supplier<Creation.Created> creation =
                () -> call.turn().aside(() -> accounts.register(person, By.client(call.client())));
        if (registration == Registration.OPEN) {
            registrations.within(call.client(), creation);
        } else {
            var _ = creation.get();
        }
        return V1Words.success("created account for " + name);
    }

    /// On a closed server only the operator's own application gets this far.
    private Origin origin() {
        return registration == Registration.CLOSED ? Origin.OPERATOR : Origin.STRANGER;
    }

    private static String needed(@Nullable Scalar value, String field) {
        return V1Values.text(value).orElseThrow(() -> new Refusal(new Problem.Missing(field)));
    }

    // POST account/test

    private Reply test(Call<NoBody> call) {
        return V1Words.success("all good!");
    }

    // POST account/settings

    private Reply settings(Call<NoBody> call) {
        Account account = call.person();
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", "All settings for " + account.name())
                .put("profile", V1User.own(account, new V1Links(call.base())))
                .put("account", accountSettings(account))
                .put("viewing", viewing(account))
                .put("connections", connections())
                .put("sharing_text", sharingText()));
    }

    private V1Object accountSettings(Account account) {
        return new V1Object()
                .put("timezone", TimeZoneCodes.of(account.preferences().timeZone(), clock.instant()))
                .put("use_24hr", account.preferences().use24hr())
                .put("protected", account.isProtected());
    }

    private static V1Object viewing(Account account) {
        return new V1Object()
                .put(
                        "ratings",
                        new V1Object()
                                .put("mode", account.preferences().ratingMode().word()))
                .put(
                        "shouts",
                        new V1Object()
                                .put("show_badges", account.preferences().showBadges())
                                .put("show_spoilers", account.preferences().showSpoilers()));
    }

    /// Nothing is ever posted elsewhere, so every network is there and none is connected.
    private static V1Object connections() {
        V1Object connections = new V1Object();
        NETWORKS.forEach(network -> connections.put(network, network(network)));
        List.of("path", "prowl").forEach(network -> connections.put(network, new V1Object().put("connected", false)));
        return connections;
    }

    private static V1Object network(String name) {
        V1Object network = new V1Object().put("connected", false);
        if (name.equals("facebook")) {
            network.put("timeline_enabled", false);
        }
        List.of("scrobbles_start", "scrobbles_end", "tv", "movies", "ratings", "checkins")
                .forEach(what -> network.put("share_" + what, false));
        return network;
    }

    private static V1Object sharingText() {
        return new V1Object().put("watching", "I'm watching [item]").put("watched", "I just watched [item]");
    }
}
