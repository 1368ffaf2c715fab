package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.TitleSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A source with results from the test.
public final class FakeSource implements Source {

    private final String name;
    private final Set<Kind> kinds;
    private final List<SourceQuery> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<SourceQuery, SourceResult> response = _ -> SourceResult.NotFound.PLAIN;
    private final List<Duration> requestedWindows = Collections.synchronizedList(new ArrayList<>());
    private volatile List<SourceChanges> changes = List.of();
    private volatile @Nullable Instant openUntil;
    private volatile @Nullable Function<String, TitleSearch> titles;
    private final List<String> searches = Collections.synchronizedList(new ArrayList<>());

    public FakeSource(String name, Kind... kinds) {
        this.name = name;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    public FakeSource responds(Function<SourceQuery, SourceResult> result) {
        response = result;
        return this;
    }

    public FakeSource returns(SourceItem item, UnplacedEpisode... loose) {
        return responds(_ -> new SourceResult.Found(item, List.of(loose), List.of()));
    }

    public FakeSource fails(String reason) {
        return responds(_ -> new SourceResult.Failed(reason));
    }

    /// Sets what a search for a text returns.
    public FakeSource finds(Function<String, TitleSearch> search) {
        titles = search;
        return this;
    }

    /// @return the texts that were searched for
    public List<String> searches() {
        return List.copyOf(searches);
    }

    @Override
    public boolean isSearchable() {
        return titles != null;
    }

    @Override
    public TitleSearch search(String text) {
        searches.add(text);
        return Objects.requireNonNull(titles).apply(text);
    }

    /// Sets the changes that it reports.
    public void changes(SourceChanges news) {
        changes = List.of(news);
    }

    @Override
    public List<SourceChanges> changesSince(Duration window) {
        requestedWindows.add(window);
        return changes;
    }

    /// @return the periods for which changes were requested
    public List<Duration> requestedWindows() {
        return List.copyOf(requestedWindows);
    }

    public void pauseUntil(@Nullable Instant until) {
        openUntil = until;
    }

    public List<SourceQuery> requests() {
        return List.copyOf(requests);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean supports(Kind kind) {
        return kinds.contains(kind);
    }

    @Override
    public Optional<Instant> openUntil() {
        return Optional.ofNullable(openUntil);
    }

    @Override
    public SourceResult lookUp(SourceQuery query) {
        requests.add(query);
        return response.apply(query);
    }
}
