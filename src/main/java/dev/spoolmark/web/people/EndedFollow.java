package dev.spoolmark.web.people;

import java.util.Set;

/// The member of an address that says which follow the last form has ended, so that the page can offer to undo
/// it.
final class EndedFollow {

    /// The viewer followed the user of the page.
    static final String FOLLOWING = "following";

    /// The user of the page followed the viewer.
    static final String FOLLOWER = "follower";

    private EndedFollow() {}

    static boolean isOne(String text) {
        return Set.of(FOLLOWING, FOLLOWER).contains(text);
    }
}
