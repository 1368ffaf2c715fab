package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.social.Viewer;
import java.util.List;

/// Whose deeds are read, and for whom.
sealed interface Who {

    Viewer viewer();

    /// Everybody whom `viewer` may see.
    record Everybody(Viewer viewer) implements Who {}

    /// Of these, all of whom `viewer` may see.
    record People(List<UserId> people, Viewer viewer) implements Who {

        public People {
            people = List.copyOf(people);
        }
    }
}
