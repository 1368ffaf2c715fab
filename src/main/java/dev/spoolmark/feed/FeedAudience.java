package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.social.Viewer;
import java.util.List;

/// Whose deeds are read, and for whom.
sealed interface FeedAudience {

    Viewer viewer();

    /// Everybody whom `viewer` may see.
    record Everybody(Viewer viewer) implements FeedAudience {}

    /// Of these, all of whom `viewer` may see.
    record People(List<UserId> users, Viewer viewer) implements FeedAudience {

        public People {
            users = List.copyOf(users);
        }
    }
}
