package dev.spoolmark.app.demo;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.PreparedAccount;
import dev.spoolmark.app.Features;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The accounts of the demo, and who follows whom.
final class DemoUsers {

    private static final Duration BETWEEN_JOINS = Duration.ofHours(20);

    /// Pairs that follow each other.
    private static final List<List<String>> FRIENDS = List.of(
            List.of("justin", "sean"),
            List.of("justin", "amara"),
            List.of("justin", "tomas"),
            List.of("sean", "amara"),
            List.of("amara", "yuki"),
            List.of("tomas", "yuki"));

    /// A follower and the public user, or the protected user who has not answered yet.
    private static final List<List<String>> FOLLOWS =
            List.of(List.of("yuki", "justin"), List.of("tomas", "sean"), List.of("sean", "tomas"));

    private final Map<String, Account> accounts = new LinkedHashMap<>();

    private DemoUsers() {}

    /// Hashes the password. Slow: safe to run beside the import of the catalog.
    static List<PreparedAccount> prepare(Accounts accounts, Instant joined) {
        List<NewAccount> all = new ArrayList<>();
        for (DemoUser user : DemoUser.ALL) {
            all.add(user.account(joined.plus(BETWEEN_JOINS.multipliedBy(all.size()))));
        }
        return accounts.creation().prepareDemo(all);
    }

    static DemoUsers create(Features features, List<PreparedAccount> prepared) {
        DemoUsers users = new DemoUsers();
        features.accounts().creation().createAll(prepared).forEach(result -> {
            Account account = result.orElseThrow().account();
            users.accounts.put(account.name(), account);
        });
        return users;
    }

    Account get(String name) {
        return Objects.requireNonNull(accounts.get(name), name);
    }

    /// @param first when the first of them met
    void follow(PastFeatures features, Instant first) {
        Instant at = first;
        for (List<String> pair : FRIENDS) {
            features.at(at).follows().followEachOther(get(pair.getFirst()), get(pair.getLast()));
            at = at.plus(BETWEEN_JOINS);
        }
        for (List<String> pair : FOLLOWS) {
            features.at(at).follows().follow(get(pair.getFirst()), get(pair.getLast()));
            at = at.plus(BETWEEN_JOINS);
        }
    }
}
