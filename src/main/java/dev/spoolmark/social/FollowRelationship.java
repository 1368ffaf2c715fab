package dev.spoolmark.social;

/// How a user is connected with another one.
///
/// @param outgoing whether the user follows the other one
/// @param incoming whether the other one follows the user
/// @param isBlocked whether the user has blocked the other one
public record FollowRelationship(FollowState outgoing, FollowState incoming, boolean isBlocked) {

    public static final FollowRelationship NONE = new FollowRelationship(FollowState.NONE, FollowState.NONE, false);

    /// Whether both follow each other.
    public boolean isFriendship() {
        return outgoing == FollowState.FOLLOWING && incoming == FollowState.FOLLOWING;
    }
}
