package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Lists whose items are found by rules each time that they are read, in the data of their owners.
public final class SmartLists {

    /// Items of which the mean ratings are read, where a rule needs them.
    private static final int MAX_RATED = 2_000;

    private final Database database;
    private final Lists lists;
    private final InstantSource clock;
    private final EveryonesRatings everyone;
    private final ListStore store = new ListStore();
    private final SmartListStore smart = new SmartListStore();

    SmartLists(Database database, Lists lists, InstantSource clock, EveryonesRatings everyone) {
        this.database = database;
        this.lists = lists;
        this.clock = clock;
        this.everyone = everyone;
    }

    /// Creates a list with rules.
    ///
    /// @throws ProblemException as [Lists#create] does
    public UserList create(UserId owner, ListSettings settings, SmartRules rules) {
        return database.write(tx -> lists.create(tx, owner, settings, SmartRulesText.write(rules)));
    }

    /// Changes the rules of a list.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, or it has no rules
    public void change(UserId owner, String slug, SmartRules rules) {
        database.write(tx -> {
            UserList list = lists.get(tx, owner, slug);
            if (!list.isSmart()) {
                throw new ProblemException(new Problem.NotFound("list"));
            }
            store.setRules(tx, list, SmartRulesText.write(rules), clock.instant());
            return true;
        });
    }

    /// The rules of a list.
    ///
    /// @throws IllegalArgumentException if it has none
    public SmartRules rules(UserList list) {
        String text = list.rules();
        if (text == null) {
            throw new IllegalArgumentException("the list has no rules");
        }
        return SmartRulesText.read(text);
    }

    /// The items that rules find in the data of a user, in their order, at most as many as the limit of the
    /// rules. The caller has checked access to the list; others than its owner see confirmed items only.
    public List<MediaId> find(UserId owner, SmartRules rules, boolean confirmed) {
        Integer lowest = rules.everyone();
        int limit = lowest == null ? rules.limit() : MAX_RATED;
        List<MediaId> found = database.read(tx -> smart.find(tx, owner, rules, confirmed, limit, clock.instant()));
        if (lowest == null || found.isEmpty()) {
            return found;
        }
        Map<MediaId, Integer> means = everyone.percentages(found);
        return found.stream()
                .filter(item -> means.getOrDefault(item, 0) >= lowest * 10)
                .limit(rules.limit())
                .toList();
    }
}
