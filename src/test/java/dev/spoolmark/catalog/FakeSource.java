package dev.spoolmark.catalog;

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

/// A source that says what a test put into its mouth.
public final class FakeSource implements Source {

    private final String name;
    private final Set<Kind> kinds;
    private final List<Question> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Question, Answer> answer = _ -> Answer.Unknown.PLAIN;
    private final List<Duration> spans = Collections.synchronizedList(new ArrayList<>());
    private volatile List<Changes> changes = List.of();
    private volatile @Nullable Instant openUntil;

    public FakeSource(String name, Kind... kinds) {
        this.name = name;
        this.kinds = EnumSet.copyOf(List.of(kinds));
    }

    public FakeSource says(Function<Question, Answer> words) {
        answer = words;
        return this;
    }

    public FakeSource tells(CatalogItem item, LooseEpisode... loose) {
        return says(_ -> new Answer.Told(item, List.of(loose), List.of()));
    }

    public FakeSource fails(String reason) {
        return says(_ -> new Answer.Failed(reason));
    }

    /// What it says of what changed, from now on.
    public void changes(Changes news) {
        changes = List.of(news);
    }

    @Override
    public List<Changes> changes(Duration lately) {
        spans.add(lately);
        return changes;
    }

    /// How far back it was asked to say what changed, each time.
    public List<Duration> lately() {
        return List.copyOf(spans);
    }

    public void rests(@Nullable Instant until) {
        openUntil = until;
    }

    public List<Question> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean tellsOf(Kind kind) {
        return kinds.contains(kind);
    }

    @Override
    public Optional<Instant> openUntil() {
        return Optional.ofNullable(openUntil);
    }

    @Override
    public Answer ask(Question question) {
        asked.add(question);
        return answer.apply(question);
    }
}
