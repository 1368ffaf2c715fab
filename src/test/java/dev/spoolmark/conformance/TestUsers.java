package dev.spoolmark.conformance;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.app.Features;
import dev.spoolmark.core.Secret;
import java.time.Instant;
import java.util.List;

/// The users of the tests; the package comment describes them.
public final class TestUsers {

    private final Features features;
    private final TestUser ann;
    private final TestUser bob;
    private final TestUser cem;

    TestUsers(Features features) {
        this.features = features;
        this.ann = user("ann", false);
        this.bob = user("bob", true);
        this.cem = user("cem", false);
        features.follows().followEachOther(ann.account(), bob.account());
        features.follows().follow(cem.account(), bob.account());
    }

    /// Public; ann and bob follow each other.
    public TestUser ann() {
        return ann;
    }

    /// Protected; ann follows him.
    public TestUser bob() {
        return bob;
    }

    /// Public; has a pending request to follow bob.
    public TestUser cem() {
        return cem;
    }

    /// Protected, with `canary` in all parts of the profile. Followed by ann and `canary-fan`; cem has a pending
    /// request.
    public TestUser eve() {
        TestUser eve = user("eve", true, new Profile("canary", Gender.FEMALE, 77, "canary", "canary", null));
        TestUser fan = user("canary-fan", false);
        List.of(ann, fan, cem).forEach(user -> features.follows().follow(user.account(), eve.account()));
        List.of(ann, fan)
                .forEach(user ->
                        features.follows().approve(eve.account(), user.account().id()));
        return eve;
    }

    /// Public, without followers.
    public TestUser dora() {
        return user("dora", false);
    }

    /// Ann with a wrong password.
    public TestUser impostor() {
        return new TestUser(ann.account(), "not her password");
    }

    public Features features() {
        return features;
    }

    private TestUser user(String name, boolean isProtected) {
        return user(name, isProtected, Profile.EMPTY);
    }

    private TestUser user(String name, boolean isProtected, Profile profile) {
        String password = name + " has a long password";
        NewAccount.Choices choices =
                new NewAccount.Choices(Instant.ofEpochSecond(1_285_436_965), isProtected, null, true);
        NewAccount newAccount = new NewAccount(
                name, name + "@example.org", Secret.sha1Of(password), false, CreationOrigin.OPERATOR, profile, choices);
        Account account = features.accounts().create(newAccount).account();
        return new TestUser(account, password);
    }
}
