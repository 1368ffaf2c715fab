package dev.spoolmark.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.social.Viewer;
import java.util.List;

/// Whose deeds are read.
sealed interface Who {

    /// Everybody whom `viewer` may see.
    record Everybody(Viewer viewer) implements Who {}

    record People(List<UserId> people) implements Who {

        public People {
            people = List.copyOf(people);
        }
    }
}
