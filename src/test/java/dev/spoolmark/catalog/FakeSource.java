package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A source with results from the test.
public final class FakeSource implements Source {

    private final String name;
    private final Set<Kind> kinds;
    private final List<SourceQuery> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<SourceQuery, SourceResult> answer = _ -> SourceResult.NotFound.PLAIN;
    private final List<Duration> spans = Collections.synchronizedList(new ArrayList<>());
    private volatile List<SourceChanges> changes = List.of();
    private volatile @Nullable Instant openUntil;

    public FakeSource(String name, Kind... kinds) {
        this.name = name;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    public FakeSource says(Function<SourceQuery, SourceResult> words) {
        answer = words;
        return this;
    }

    public FakeSource tells(SourceItem item, UnplacedEpisode... loose) {
        return says(_ -> new SourceResult.Found(item, List.of(loose), List.of()));
    }

    public FakeSource fails(String reason) {
        return says(_ -> new SourceResult.Failed(reason));
    }

    /// Sets the changes that it reports.
    public void changes(SourceChanges news) {
        changes = List.of(news);
    }

    @Override
    public List<SourceChanges> changesSince(Duration window) {
        spans.add(window);
        return changes;
    }

    /// @return the periods for which changes were requested
    public List<Duration> lately() {
        return List.copyOf(spans);
    }

    public void rests(@Nullable Instant until) {
        openUntil = until;
    }

    public List<SourceQuery> asked() {
        return List.copyOf(asked);
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
        asked.add(query);
        return answer.apply(query);
    }
}
