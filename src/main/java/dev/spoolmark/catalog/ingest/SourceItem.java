package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ItemDescriptor;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An item as a source or catalog file describes it. An absent value is unknown to the source.
public sealed interface SourceItem extends ItemDescriptor {

    /// @return about how many rows it takes
    default int weight() {
        return 1;
    }

    /// A movie or show.
    sealed interface TitleItem extends SourceItem permits MovieItem, ShowItem {

        List<CreditItem> credits();

        /// @return when the source last changed it
        @Nullable
        Instant updated();

        List<AlternativeTitle> otherTitles();

        /// @return whether an unknown item can be created from it without a title
        boolean isEnough();
    }

    record MovieItem(
            Ids ids,
            @Nullable String title,
            @Nullable Integer year,
            MovieFacts facts,
            List<CreditItem> credits,
            @Nullable Instant updated,
            List<AlternativeTitle> otherTitles)
            implements TitleItem {

        public MovieItem {
            title = InputCleaner.title(title);
            year = InputCleaner.yearOf(title, year);
            credits = CreditItem.withJob(credits);
            updated = InputCleaner.instant(updated);
            otherTitles = AlternativeTitleChanges.excluding(title, otherTitles);
        }

        public MovieItem(
                Ids ids,
                @Nullable String title,
                @Nullable Integer year,
                MovieFacts facts,
                List<CreditItem> people,
                @Nullable Instant updated) {
            this(ids, title, year, facts, people, updated, List.of());
        }

        @Override
        public Kind kind() {
            return Kind.MOVIE;
        }

        @Override
        public boolean isEnough() {
            return !ids.isEmpty() && !facts.equals(MovieFacts.NONE);
        }

        @Override
        public int weight() {
            return 1 + credits.size() + otherTitles.size();
        }
    }

    /// A show with the seasons that the source knows.
    record ShowItem(
            Ids ids,
            @Nullable String title,
            @Nullable Integer year,
            ShowFacts facts,
            List<CreditItem> credits,
            List<SeasonItem> seasons,
            @Nullable Instant updated,
            List<AlternativeTitle> otherTitles)
            implements TitleItem {

        public ShowItem {
            title = InputCleaner.title(title);
            year = InputCleaner.yearOf(title, year);
            credits = CreditItem.withJob(credits);
            updated = InputCleaner.instant(updated);
            seasons = List.copyOf(seasons);
            otherTitles = AlternativeTitleChanges.excluding(title, otherTitles);
        }

        public ShowItem(
                Ids ids,
                @Nullable String title,
                @Nullable Integer year,
                ShowFacts facts,
                List<CreditItem> people,
                List<SeasonItem> seasons,
                @Nullable Instant updated) {
            this(ids, title, year, facts, people, seasons, updated, List.of());
        }

        @Override
        public Kind kind() {
            return Kind.SHOW;
        }

        public ShowItem withoutSeasons() {
            return new ShowItem(ids, title, year, facts, credits, List.of(), updated, otherTitles);
        }

        @Override
        public boolean isEnough() {
            return !ids.isEmpty() && !facts.equals(ShowFacts.NONE);
        }

        @Override
        public int weight() {
            return 1
                    + credits.size()
                    + otherTitles.size()
                    + seasons.stream()
                            .mapToInt(season -> 1 + season.episodes().size())
                            .sum();
        }
    }

    /// Seasons of a show that must exist.
    record EpisodeList(Ids ids, List<SeasonItem> seasons) implements SourceItem {

        public EpisodeList {
            seasons = List.copyOf(seasons);
        }

        @Override
        public Kind kind() {
            return Kind.SHOW;
        }

        @Override
        public @Nullable String title() {
            return null;
        }

        @Override
        public @Nullable Integer year() {
            return null;
        }

        @Override
        public int weight() {
            return asShow().weight();
        }

        public ShowItem asShow() {
            return new ShowItem(ids, null, null, ShowFacts.NONE, List.of(), seasons, null);
        }
    }

    record PersonItem(Ids ids, @Nullable String name, PersonFacts facts) implements SourceItem {

        public PersonItem {
            name = InputCleaner.title(name);
        }

        @Override
        public Kind kind() {
            return Kind.PERSON;
        }

        @Override
        public @Nullable String title() {
            return name;
        }

        @Override
        public @Nullable Integer year() {
            return null;
        }
    }

    /// A season with the episodes that the source knows.
    ///
    /// @param unreadable whether the source provides values that cannot be read
    record SeasonItem(int number, Ids ids, @Nullable String poster, List<EpisodeItem> episodes, boolean unreadable) {

        public SeasonItem(int number, Ids ids, @Nullable String poster, List<EpisodeItem> episodes) {
            this(number, ids, poster, episodes, false);
        }

        public SeasonItem {
            poster = InputCleaner.line(poster);
            episodes = List.copyOf(episodes);
        }
    }

    /// @param unreadable whether the source provides values that cannot be read, so that an absent value need
    ///     not be absent there
    record EpisodeItem(int number, Ids ids, EpisodeFacts facts, boolean unreadable) {

        public EpisodeItem(int number, Ids ids, EpisodeFacts facts) {
            this(number, ids, facts, false);
        }

        public EpisodeItem withUnreadable(boolean any) {
            return new EpisodeItem(number, ids, facts, any);
        }
    }

    /// The job of a person in a movie or show.
    record CreditItem(
            PersonItem person, String job, @Nullable String character) {

        public CreditItem {
            job = Objects.requireNonNullElse(InputCleaner.proseLine(job), "");
            character = InputCleaner.proseLine(character);
        }

        /// @return the credits that have a job
        static List<CreditItem> withJob(List<CreditItem> credits) {
            return credits.stream().filter(credit -> !credit.job().isEmpty()).toList();
        }
    }
}
