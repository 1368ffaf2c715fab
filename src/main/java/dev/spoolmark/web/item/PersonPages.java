package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonCredit;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.http.Response;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.userstate.UserItemPage;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.Poster;
import dev.spoolmark.web.item.ItemHeader.Fact;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The page of a person: facts, and the movies and shows of this person, newest first.
public final class PersonPages {

    private static final int NO_YEAR = 0;
    private static final int MAX_ROLES = 3;
    private static final Comparator<ItemSummary> NEWEST_FIRST = Comparator.comparingInt(PersonPages::year)
            .reversed()
            .thenComparing(item -> TextFolding.fold(item.title()))
            .thenComparingLong(item -> item.id().value());

    private final ItemPageFeatures features;

    PersonPages(ItemPageFeatures features) {
        this.features = features;
    }

    /// @param key names the person in addresses of administrators
    /// @param biography may be empty
    public record PersonPage(
            Layout layout,
            String key,
            String name,
            Poster picture,
            List<Fact> facts,
            String biography,
            NoteView note,
            List<ItemCard> movies,
            List<ItemCard> shows) {

        public PersonPage {
            facts = List.copyOf(facts);
            movies = List.copyOf(movies);
            shows = List.copyOf(shows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/p/{slug}", PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        Person person = features.people().find(request.variable("slug")).orElseThrow(TrackedItems::notFound);
        if (!person.slug().equals(request.variable("slug"))) {
            return request.moved(ItemLinks.person(person.slug()));
        }
        Layout layout = request.layout("item.title", person.name());
        Map<MediaId, Set<String>> roles = roles(features.people().credits(person.id()));
        List<ItemSummary> items = features.catalog().summaries(roles.keySet()).values().stream()
                .filter(item -> !item.provisional())
                .sorted(NEWEST_FIRST)
                .toList();
        UserItemPage states = features.states()
                .withEpisodes(
                        features.access().self(request.account()),
                        items.stream().map(ItemSummary::id).toList(),
                        List.of());
        String biography = person.facts().biography();
        return request.page(
                "page/item/person",
                new PersonPage(
                        layout,
                        "person-" + person.id().value(),
                        person.name(),
                        Posters.of(layout.links(), person),
                        ItemFacts.of(layout, person),
                        biography == null ? "" : biography,
                        NoteView.of(features, request, NoteTarget.of(person.id())),
                        cards(layout, items, Kind.MOVIE, roles, states),
                        cards(layout, items, Kind.SHOW, roles, states)));
    }

    /// The characters and jobs of each item.
    private static Map<MediaId, Set<String>> roles(List<PersonCredit> credits) {
        Map<MediaId, Set<String>> roles = new LinkedHashMap<>();
        for (PersonCredit credit : credits) {
            String character = credit.character();
            roles.computeIfAbsent(credit.item(), item -> new LinkedHashSet<>())
                    .add(character == null || character.isEmpty() ? credit.job() : character);
        }
        return roles;
    }

    private static List<ItemCard> cards(
            Layout layout, List<ItemSummary> items, Kind kind, Map<MediaId, Set<String>> roles, UserItemPage states) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(item -> ItemCard.of(layout, item)
                        .withNote(note(item, roles.getOrDefault(item.id(), Set.of())), null)
                        .withState(states.of(item.id())))
                .toList();
    }

    /// `1999 · Captain, Director`.
    private static String note(ItemSummary item, Set<String> roles) {
        String words = String.join(", ", roles.stream().limit(MAX_ROLES).toList());
        int year = year(item);
        return year == NO_YEAR ? words : words.isEmpty() ? String.valueOf(year) : year + " · " + words;
    }

    private static int year(ItemSummary item) {
        Integer year = item.year();
        return year == null ? NO_YEAR : year;
    }
}
