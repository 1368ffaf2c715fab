package dev.spoolmark.app.demo;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comment.CommentFilter;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.AsciiNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The comments of the demo, with replies and likes.
///
/// @param today the begin of today; everything is older
record DemoComments(PastFeatures features, DemoUsers users, DemoTitles titles, Instant today) {

    private static final String RESOURCE = "/demo/comments.txt";
    private static final String REPLY = "> ";
    private static final String LIKES = "+ ";

    /// Text is written in the evening.
    private static final Duration HOUR = Duration.ofHours(20);

    void store() {
        DemoTexts.blocks(RESOURCE).forEach(this::store);
    }

    private void store(List<String> block) {
        List<String> head = DemoTexts.fields(block.getFirst());
        MediaId item = titles.item(head.get(0));
        Instant at = daysAgo(head.get(2));
        features.at(at)
                .comments()
                .add(user(head.get(1)), item, CommentText.of(block.get(1), head.contains("spoiler"), false));
        CommentId comment = features.comments().on(item, CommentFilter.ALL).getFirst();
        for (String line : block.subList(2, block.size())) {
            if (line.startsWith(REPLY)) {
                reply(item, comment, DemoTexts.fields(line.substring(REPLY.length())));
            } else if (line.startsWith(LIKES)) {
                like(comment, at, line.substring(LIKES.length()).split(",", -1));
            }
        }
    }

    private void reply(MediaId item, CommentId comment, List<String> fields) {
        features.at(daysAgo(fields.get(1)))
                .comments()
                .reply(user(fields.get(0)), item, comment, CommentText.of(fields.get(2), false, false));
    }

    private void like(CommentId comment, Instant commented, String... names) {
        Instant at = commented;
        for (String name : names) {
            at = at.plus(Duration.ofMinutes(35));
            features.at(at).comments().like(user(name), comment);
        }
    }

    private Instant daysAgo(String days) {
        return today.minus(Duration.ofDays(AsciiNumber.parseInt(days))).plus(HOUR);
    }

    private UserId user(String name) {
        return users.get(name).id();
    }
}
