package dev.spoolmark.stats;

/// The counts on a profile.
///
/// @param movies watched at least once
/// @param shows with at least one watched episode
/// @param episodes watched at least once
public record ProfileCounts(long movies, long shows, long episodes, long followers, long following) {

    /// The counts of a user without data.
    public static final ProfileCounts NONE = new ProfileCounts(0, 0, 0, 0, 0);
}
