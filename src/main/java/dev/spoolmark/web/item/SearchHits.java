package dev.spoolmark.web.item;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.search.SearchLimits;
import dev.spoolmark.search.SearchMatches;
import dev.spoolmark.social.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a search finds, best hits first.
///
/// @param community users and lists
/// @param isReferenced whether the text was an id or an address; then provisional items of the viewer are found
record SearchHits(
        List<MovieId> movies, List<ShowId> shows, List<Person> people, CommunityHits community, boolean isReferenced) {

    static final SearchHits NONE = new SearchHits(List.of(), List.of(), List.of(), CommunityHits.NONE, false);

    private static final Pattern PERSON = Pattern.compile(
            "(?:https?://)?(?:www\\.|m\\.)?(?:imdb\\.com/name/(?=nm)|themoviedb\\.org/person/)((?:nm)?[0-9]{1,10})(?:[-/?#].*)?");
    private static final int MAX_PEOPLE = 10;
    private static final SearchLimits LIMITS = new SearchLimits(20, MAX_PEOPLE, CommunityHits.CANDIDATES);

    /// @param text not empty
    /// @param isComplete whether the user has finished typing; then an unknown id is looked up at the sources,
    ///     which takes some seconds
    static SearchHits find(ItemPageFeatures features, Viewer viewer, String text, boolean isComplete) {
        return PastedReference.parse(text)
                .map(pasted -> referenced(features, viewer, pasted, isComplete))
                .orElseGet(() -> searched(features, viewer, text));
    }

    private static SearchHits searched(ItemPageFeatures features, Viewer viewer, String text) {
        String person = personId(text);
        if (!person.equals(text)) {
            List<PersonId> ids = features.search().people(person, MAX_PEOPLE);
            return new SearchHits(List.of(), List.of(), people(features, ids), CommunityHits.NONE, false);
        }
        SearchMatches found = features.search().all(text, LIMITS);
        return new SearchHits(
                found.movies(),
                found.shows(),
                people(features, found.people()),
                CommunityHits.find(features, viewer, text, found.users()),
                false);
    }

    private static List<Person> people(ItemPageFeatures features, List<PersonId> ids) {
        Map<PersonId, Person> people =
                ids.isEmpty() ? Map.of() : features.catalog().persons(ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(people.get(id))).toList();
    }

    /// The id in the address of a person at another site; any other text as it is.
    private static String personId(String text) {
        Matcher address = PERSON.matcher(text.strip().toLowerCase(Locale.ROOT));
        return address.matches() ? address.group(1) : text;
    }

    private static SearchHits referenced(
            ItemPageFeatures features, Viewer viewer, PastedReference pasted, boolean isComplete) {
        SearchHits known = known(features, viewer, pasted);
        if (!isComplete || !known.isEmpty()) {
            return known;
        }
        features.lookups().unknownMovie(pasted.movie(), BooleanSupplier::getAsBoolean);
        features.lookups().unknownShow(pasted.show(), BooleanSupplier::getAsBoolean);
        return known(features, viewer, pasted);
    }

    private static SearchHits known(ItemPageFeatures features, Viewer viewer, PastedReference pasted) {
        return new SearchHits(
                features.visibility().movie(viewer, pasted.movie()).stream()
                        .map(Movie::id)
                        .toList(),
                features.visibility().show(viewer, pasted.show()).stream()
                        .map(Show::id)
                        .toList(),
                List.of(),
                CommunityHits.NONE,
                true);
    }

    private boolean isEmpty() {
        return movies.isEmpty() && shows.isEmpty();
    }
}
