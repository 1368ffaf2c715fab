package dev.spoolmark.web.people;

import dev.spoolmark.social.FollowRelationship;
import dev.spoolmark.social.FollowState;
import dev.spoolmark.stats.ProfileCounts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The head of the pages about a user: who it is, how the viewer is connected, and links to the other pages.
///
/// @param picture address of the picture with the base path, or null
/// @param isVisible whether the viewer may see more than name and picture
/// @param own whether the viewer is the user
/// @param tab the page that is shown
/// @param ended which follow was just ended: `following`, `follower`, or null
public record ProfileHead(
        String name,
        @Nullable String fullName,
        @Nullable String location,
        @Nullable String about,
        @Nullable String picture,
        boolean isProtected,
        boolean isVisible,
        boolean own,
        boolean isSignedIn,
        FollowRelationship relationship,
        ProfileCounts counts,
        String tab,
        @Nullable String ended) {

    static final String FIRST = "profile";

    private static final List<String> TABS =
            List.of(FIRST, "history", "progress", "ratings", "favorites", "watchlist", "collection", "lists");

    /// The pages about the user that the viewer can open, by the last part of their address.
    public List<String> tabs() {
        List<String> tabs = new ArrayList<>(TABS);
        if (isSignedIn && !own) {
            tabs.add("compare");
        }
        return tabs;
    }

    /// The address of a page about the user, below the base path.
    public String path(String page) {
        return page.equals(FIRST) ? Profiles.path(name) : Profiles.path(name) + "/" + page;
    }

    /// Whether it is the first of the pages.
    public boolean isFirst() {
        return tab.equals(FIRST);
    }

    /// Whether the viewer can follow the user.
    public boolean canFollow() {
        return isSignedIn && !own && !relationship.isBlocked() && relationship.outgoing() == FollowState.NONE;
    }

    /// The first letter, in place of a picture.
    public String initial() {
        return name.substring(0, 1);
    }
}
