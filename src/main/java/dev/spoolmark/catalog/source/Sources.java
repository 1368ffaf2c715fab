package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.source.SourceResult.Failed;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.catalog.source.SourceResult.Skipped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All enabled sources, in the order in which they are queried.
///
/// The first source that knows the item decides what it is and which episodes it has; mixing two episode
/// lists with their own numbers would give a third. The sources after it are queried by ids only, and fill
/// gaps.
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

    /// @return the kinds for which a source can be queried now
    public Set<Kind> ready() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW)) {
            if (all.stream().anyMatch(source -> source.supports(kind) && isReady(source))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /// @return an error of the source since the last call
    public Optional<String> newFailure(Source source) {
        return Optional.ofNullable(failures.remove(source.name()));
    }

    private static boolean isReady(Source source) {
        return source.openUntil().isEmpty();
    }

    /// @return the combined result; a failure counts only if no other source knows the item
    public SourceResult lookUp(SourceQuery query) {
        LookupRound round = new LookupRound(query);
        for (Source source : all) {
            if (source.supports(query.kind())) {
                round.lookUp(source);
            }
        }
        return round.result();
    }

    /// One query on its way through the sources.
    private final class LookupRound {

        private final SourceQuery query;
        private Optional<Found> found = Optional.empty();
        private final List<String> failed = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        LookupRound(SourceQuery query) {
            this.query = query;
        }

        void lookUp(Source source) {
            SourceQuery next = found.map(known ->
                            SourceQuery.toFill(query.kind(), known.item().ids()))
                    .orElse(query);
            switch (source.lookUp(next)) {
                case Found more -> add(more.from(source, !(failed.isEmpty() && skipped.isEmpty())));
                case NotFound unknown ->
                    unknown.warnings().forEach(warning -> warnings.add(source.name() + ": " + warning));
                case Failed(String reason) -> failed(source, reason);
                case Skipped(String reason) -> skipped.add(source.name() + " " + reason);
            }
        }

        private void failed(Source source, String reason) {
            failed.add(source.name() + " " + reason);
            failures.put(source.name(), reason);
        }

        private void add(Found more) {
            found = Optional.of(found.map(known -> filled(known, more)).orElse(more));
        }

        SourceResult result() {
            if (found.isPresent()) {
                Found known = found.get();
                warnings.addAll(0, known.warnings());
                return new Found(
                        known.item(), known.unplaced(), warnings, known.related(), known.source(), known.primary());
            }
            if (!failed.isEmpty()) {
                return new Failed(String.join("; ", failed));
            }
            return skipped.isEmpty() ? new NotFound(warnings) : new Skipped(String.join("; ", skipped));
        }
    }

    private static Found filled(Found known, Found more) {
        SourceItem item = known.item();
        if (item instanceof ShowItem show && more.item() instanceof ShowItem other) {
            item = new ShowItem(
                    other.ids().merge(show.ids()),
                    show.title(),
                    show.year() == null ? other.year() : show.year(),
                    other.facts().merge(show.facts()),
                    show.credits().isEmpty() ? other.credits() : show.credits(),
                    show.seasons(),
                    null,
                    concat(show.otherTitles(), other.otherTitles()));
        } else if (item instanceof MovieItem movie && more.item() instanceof MovieItem other) {
            item = new MovieItem(
                    other.ids().merge(movie.ids()),
                    movie.title(),
                    movie.year() == null ? other.year() : movie.year(),
                    other.facts().merge(movie.facts()),
                    movie.credits().isEmpty() ? other.credits() : movie.credits(),
                    null,
                    concat(movie.otherTitles(), other.otherTitles()));
        }
        List<Ids> related = known.related().isEmpty() ? more.related() : known.related();
        return new Found(item, known.unplaced(), known.warnings(), related, known.source(), known.primary());
    }

    private static List<AlternativeTitle> concat(List<AlternativeTitle> batch, List<AlternativeTitle> more) {
        return Stream.concat(batch.stream(), more.stream()).toList();
    }
}
