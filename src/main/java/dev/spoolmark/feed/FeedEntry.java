package dev.spoolmark.feed;

import dev.spoolmark.account.Account;
import java.time.Instant;

/// One activity of a user.
public record FeedEntry(Account account, Action action, Instant at, ActivityDetail detail) {

    private static final int BITS = 53;

    /// A number that stays the same as long as the activity exists: 53 bits mixed from the user, the action, its item
    /// and its time. No table could assign one, see `docs/decisions/0011-activity-is-read-from-the-data.md`. Of a
    /// hundred entries two collide once in 10^12 responses.
    public long id() {
        long mixed = mix(account.id().value());
        mixed = mix(mixed ^ action.number());
        mixed = mix(mixed ^ detail.type().number());
        mixed = mix(mixed ^ detail.subject());
        mixed = mix(mixed ^ at.toEpochMilli());
        return Math.max(1, mixed >>> (Long.SIZE - BITS));
    }

    /// The finalizer of SplitMix64: each input bit changes half of the output bits.
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
