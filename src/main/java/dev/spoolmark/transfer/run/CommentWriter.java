package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentImports;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Comments. The stored row is `[id, text, is a spoiler, is a review, last change]`.
final class CommentWriter implements RecordWriter {

    private final CommentImports comments;

    CommentWriter(CommentImports comments) {
        this.comments = comments;
    }

    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        return records.stream()
                .map(resolved -> write(tx, context, resolved, (CommentRecord) resolved.record()))
                .toList();
    }

    private WriteResult write(Tx tx, WriteContext context, ResolvedRecord resolved, CommentRecord comment) {
        Optional<MediaId> item = resolved.requireItem().media();
        if (item.isEmpty()) {
            return WriteResult.skipped(SkipReason.NOT_SUPPORTED);
        }
        CommentText text;
        try {
            text = CommentText.of(comment.text(), comment.isSpoiler(), comment.isReview());
        } catch (ProblemException tooLong) {
            return WriteResult.skipped(SkipReason.TOO_LONG);
        }
        Instant at = comment.at();
        Instant changedAt = comment.changedAt();
        Long changed = changedAt == null ? null : changedAt.toEpochMilli();
        return comments.add(
                        tx, context.user(), item.get(), text, at == null ? context.now() : at, changedAt, context.now())
                .map(id -> WriteResult.added(
                        RunJson.write(Arrays.asList(id.value(), text.text(), text.spoiler(), text.review(), changed))))
                .orElse(WriteResult.PRESENT);
    }

    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        int undone = 0;
        for (ImportRow row : rows) {
            List<@Nullable Object> values = RunJson.values(Objects.requireNonNull(row.after()));
            MediaId item = Objects.requireNonNull(row.item()).media().orElseThrow();
            CommentText text = new CommentText(
                    String.valueOf(values.get(1)),
                    Boolean.TRUE.equals(values.get(2)),
                    Boolean.TRUE.equals(values.get(3)));
            Instant changedAt =
                    values.size() > 4 && values.get(4) instanceof Long changed ? Instant.ofEpochMilli(changed) : null;
            boolean isUndone = values.getFirst() instanceof Long id
                    && comments.undo(tx, context.user(), item, new CommentId(id), text, changedAt, context.now());
            undone += isUndone ? 1 : 0;
        }
        return undone;
    }
}
