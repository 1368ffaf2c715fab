package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.edit.EditedFactStore;
import dev.spoolmark.catalog.edit.FactField;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps fields that administrators have edited: an item of a source gets the stored values of these fields, so
/// that storing it does not change them. A field that was edited to be empty stays empty.
final class EditedFactGuard {

    private final Map<Long, Set<FactField>> edited;

    private EditedFactGuard(Map<Long, Set<FactField>> edited) {
        this.edited = edited;
    }

    static EditedFactGuard of(Tx tx, Kind kind, Collection<Long> items) {
        return new EditedFactGuard(items.isEmpty() ? Map.of() : EditedFactStore.of(tx, kind, items));
    }

    /// @param kind season or episode
    static EditedFactGuard ofShows(Tx tx, Kind kind, Collection<ShowId> shows) {
        return new EditedFactGuard(shows.isEmpty() ? Map.of() : EditedFactStore.ofShows(tx, kind, shows));
    }

    /// The fields of one item.
    private record Fields(Set<FactField> edited) {

        <T> @Nullable T keep(FactField field, @Nullable T stored, @Nullable T incoming) {
            return edited.contains(field) ? stored : incoming;
        }

        Ids keep(Ids stored, Ids incoming) {
            return new Ids(
                    keep(FactField.IMDB, stored.imdb(), incoming.imdb()),
                    keep(FactField.TVDB, stored.tvdb(), incoming.tvdb()),
                    keep(FactField.TMDB, stored.tmdb(), incoming.tmdb()),
                    incoming.tvrage(),
                    keep(FactField.TVMAZE, stored.tvmaze(), incoming.tvmaze()));
        }
    }

    private Fields fields(long item) {
        return new Fields(edited.getOrDefault(item, Set.of()));
    }

    MovieItem protect(MovieItem item, Movie stored) {
        Fields fields = fields(stored.id().value());
        if (fields.edited().isEmpty()) {
            return item;
        }
        MovieFacts before = stored.facts();
        MovieFacts facts = item.facts();
        return new MovieItem(
                fields.keep(stored.ids(), item.ids()),
                fields.keep(FactField.TITLE, stored.title(), item.title()),
                fields.keep(FactField.YEAR, stored.year(), item.year()),
                new MovieFacts(
                        fields.keep(FactField.RELEASED, before.released(), facts.released()),
                        fields.keep(FactField.RUNTIME, before.runtime(), facts.runtime()),
                        fields.keep(FactField.TAGLINE, before.tagline(), facts.tagline()),
                        fields.keep(FactField.OVERVIEW, before.overview(), facts.overview()),
                        fields.keep(FactField.TRAILER, before.trailer(), facts.trailer()),
                        fields.keep(FactField.CERTIFICATION, before.certification(), facts.certification()),
                        facts.images(),
                        fields.edited().contains(FactField.GENRES) ? before.genres() : facts.genres()),
                item.credits(),
                item.updated(),
                item.otherTitles());
    }

    ShowItem protect(ShowItem item, Show stored) {
        Fields fields = fields(stored.id().value());
        if (fields.edited().isEmpty()) {
            return item;
        }
        return new ShowItem(
                fields.keep(stored.ids(), item.ids()),
                fields.keep(FactField.TITLE, stored.title(), item.title()),
                fields.keep(FactField.YEAR, stored.year(), item.year()),
                protect(fields, item.facts(), stored.facts()),
                item.credits(),
                item.seasons(),
                item.updated(),
                item.otherTitles());
    }

    private static ShowFacts protect(Fields fields, ShowFacts facts, ShowFacts before) {
        Broadcast broadcast = facts.broadcast();
        return new ShowFacts(
                fields.keep(FactField.FIRST_AIRED, before.firstAired(), facts.firstAired()),
                fields.keep(FactField.STATUS, before.status(), facts.status()),
                new Broadcast(
                        fields.keep(FactField.NETWORK, before.broadcast().network(), broadcast.network()),
                        fields.keep(FactField.COUNTRY, before.broadcast().country(), broadcast.country()),
                        fields.keep(FactField.TIME_ZONE, before.broadcast().zone(), broadcast.zone()),
                        broadcast.day(),
                        broadcast.time(),
                        broadcast.nextDay()),
                fields.keep(FactField.RUNTIME, before.runtime(), facts.runtime()),
                fields.keep(FactField.CERTIFICATION, before.certification(), facts.certification()),
                fields.keep(FactField.OVERVIEW, before.overview(), facts.overview()),
                facts.images(),
                fields.edited().contains(FactField.GENRES) ? before.genres() : facts.genres());
    }

    SeasonItem protect(SeasonItem item, Season stored) {
        Fields fields = fields(stored.id().value());
        return fields.edited().isEmpty()
                ? item
                : new SeasonItem(
                        item.number(),
                        fields.keep(stored.ids(), item.ids()),
                        item.poster(),
                        item.episodes(),
                        item.unreadable());
    }

    EpisodeItem protect(EpisodeItem item, Episode stored) {
        Fields fields = fields(stored.id().value());
        if (fields.edited().isEmpty()) {
            return item;
        }
        EpisodeFacts before = stored.facts();
        EpisodeFacts facts = item.facts();
        return new EpisodeItem(
                item.number(),
                fields.keep(stored.ids(), item.ids()),
                new EpisodeFacts(
                        fields.keep(FactField.TITLE, before.title(), facts.title()),
                        fields.keep(FactField.OVERVIEW, before.overview(), facts.overview()),
                        fields.keep(FactField.AIR_DATE, before.airDate(), facts.airDate()),
                        fields.keep(FactField.AIR_DATE, before.airsAt(), facts.airsAt()),
                        fields.keep(FactField.RUNTIME, before.runtime(), facts.runtime()),
                        facts.screen()),
                item.unreadable());
    }

    PersonItem protect(PersonItem item, Person stored) {
        Fields fields = fields(stored.id().value());
        if (fields.edited().isEmpty()) {
            return item;
        }
        PersonFacts before = stored.facts();
        PersonFacts facts = item.facts();
        return new PersonItem(
                fields.keep(stored.ids(), item.ids()),
                fields.keep(FactField.TITLE, stored.name(), item.name()),
                new PersonFacts(
                        fields.keep(FactField.OVERVIEW, before.biography(), facts.biography()),
                        fields.keep(FactField.BIRTHDAY, before.birthday(), facts.birthday()),
                        fields.keep(FactField.BIRTHPLACE, before.birthplace(), facts.birthplace()),
                        facts.headshot()));
    }
}
