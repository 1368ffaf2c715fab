package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Relation;
import dev.spoolmark.social.Sight;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many people in one answer, each as the caller may see them: all there is, or a name (`security.md` 7).
final class V1Faces {

    private final Accounts accounts;
    private final Gate gate;

    V1Faces(Accounts accounts, Gate gate) {
        this.accounts = accounts;
        this.gate = gate;
    }

    /// Looks all of a page up at once. Who is disabled or gone is on no page.
    Page of(Call<?> call, Collection<UserId> people) {
        Map<UserId, Account> found = accounts.all(people);
        return new Page(found, gate.look(Viewer.of(call.caller()), found.values()), new V1Links(call.base()));
    }

    /// An array of people with the time since when they are related, under the name that the method has for it.
    Reply relations(Call<?> call, List<Relation> relations, String since) {
        return V1Stream.array(relations, page -> {
            Page faces = of(call, page.stream().map(Relation::person).toList());
            return page.stream()
                    .flatMap(relation ->
                            faces
                                    .face(relation.person())
                                    .map(face -> face.put(since, V1Times.seconds(relation.since())))
                                    .stream())
                    .toList();
        });
    }

    /// What was found for one page.
    ///
    /// @param sights the right to look at those whom the caller may see
    record Page(Map<UserId, Account> people, Map<UserId, Sight> sights, V1Links links) {

        Optional<V1Object> face(UserId person) {
            return Optional.ofNullable(people.get(person)).map(this::face);
        }

        private V1Object face(Account person) {
            return sights.containsKey(person.id()) ? V1User.full(person, links) : V1User.reduced(person, links);
        }
    }
}
