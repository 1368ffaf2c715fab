package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.social.Viewer;
import java.util.List;

/// The users whose activity is read, and the viewer.
sealed interface FeedAudience {

    Viewer viewer();

    /// All users whom `viewer` may see.
    record Everybody(Viewer viewer) implements FeedAudience {}

    /// These users, all of whom `viewer` may see.
    record Users(List<UserId> users, Viewer viewer) implements FeedAudience {

        public Users {
            users = List.copyOf(users);
        }
    }
}
