package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Answer.Failed;
import dev.spoolmark.catalog.Answer.Told;
import dev.spoolmark.catalog.Answer.Unasked;
import dev.spoolmark.catalog.Answer.Unknown;
import dev.spoolmark.catalog.CatalogItem.MovieItem;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All sources that are on, in the order in which they are asked.
///
/// The first that knows the thing says what it is and which episodes it has: two lists of episodes, each with numbers
/// of its own, would make a third that nobody has. Those after it are asked by ids only, and fill what is missing.
public final class Sources {

    public static final Sources NONE = new Sources(List.of());

    private final List<Source> all;
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    public Sources(List<Source> all) {
        this.all = List.copyOf(all);
    }

    public List<Source> all() {
        return all;
    }

    /// The kinds of things that at least one source can be asked about right now.
    public Set<Kind> ready() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW)) {
            if (all.stream().anyMatch(source -> source.tellsOf(kind) && isReady(source))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /// What went wrong with a source since this was last asked.
    public Optional<String> newFailure(Source source) {
        return Optional.ofNullable(failures.remove(source.name()));
    }

    private static boolean isReady(Source source) {
        return source.openUntil().isEmpty();
    }

    /// What they say together. A failure counts only when nobody else knew the thing.
    public Answer ask(Question question) {
        Round round = new Round(question);
        for (Source source : all) {
            if (source.tellsOf(question.kind())) {
                round.ask(source);
            }
        }
        return round.result();
    }

    /// One question on its way from source to source.
    private final class Round {

        private final Question question;
        private Optional<Told> told = Optional.empty();
        private final List<String> failed = new ArrayList<>();
        private final List<String> unasked = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Round(Question question) {
            this.question = question;
        }

        void ask(Source source) {
            Question next = told.map(known ->
                            Question.toFill(question.kind(), known.item().ids()))
                    .orElse(question);
            switch (source.ask(next)) {
                case Told more -> add(more.from(source, !(failed.isEmpty() && unasked.isEmpty())));
                case Unknown unknown -> unknown.remarks().forEach(remark -> remarks.add(source.name() + ": " + remark));
                case Failed(String reason) -> failed(source, reason);
                case Unasked(String reason) -> unasked.add(source.name() + " " + reason);
            }
        }

        private void failed(Source source, String reason) {
            failed.add(source.name() + " " + reason);
            failures.put(source.name(), reason);
        }

        private void add(Told more) {
            told = Optional.of(told.map(known -> filled(known, more)).orElse(more));
        }

        Answer result() {
            if (told.isPresent()) {
                Told known = told.get();
                remarks.addAll(0, known.remarks());
                return new Told(
                        known.item(), known.loose(), remarks, known.related(), known.source(), known.statement());
            }
            if (!failed.isEmpty()) {
                return new Failed(String.join("; ", failed));
            }
            return unasked.isEmpty() ? new Unknown(remarks) : new Unasked(String.join("; ", unasked));
        }
    }

    private static Told filled(Told known, Told more) {
        CatalogItem item = known.item();
        if (item instanceof ShowItem show && more.item() instanceof ShowItem other) {
            item = new ShowItem(
                    other.ids().merge(show.ids()),
                    show.title(),
                    show.year() == null ? other.year() : show.year(),
                    other.facts().merge(show.facts()),
                    show.people().isEmpty() ? other.people() : show.people(),
                    show.seasons(),
                    null,
                    both(show.otherTitles(), other.otherTitles()));
        } else if (item instanceof MovieItem movie && more.item() instanceof MovieItem other) {
            item = new MovieItem(
                    other.ids().merge(movie.ids()),
                    movie.title(),
                    movie.year() == null ? other.year() : movie.year(),
                    other.facts().merge(movie.facts()),
                    movie.people().isEmpty() ? other.people() : movie.people(),
                    null,
                    both(movie.otherTitles(), other.otherTitles()));
        }
        List<Ids> related = known.related().isEmpty() ? more.related() : known.related();
        return new Told(item, known.loose(), known.remarks(), related, known.source(), known.statement());
    }

    private static List<OtherTitle> both(List<OtherTitle> some, List<OtherTitle> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
