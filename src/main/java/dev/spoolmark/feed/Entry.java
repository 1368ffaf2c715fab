package dev.spoolmark.feed;

import dev.spoolmark.account.Account;
import java.time.Instant;

/// One thing that somebody did.
public record Entry(Account person, Action action, Instant at, Deed deed) {

    private static final int BITS = 53;

    /// A number that stays the same as long as the deed stands: 53 bits mixed from who, what, to what, and when. There
    /// is no table that could give one out (decision 11), and of a hundred entries two would collide once in 10^12
    /// answers.
    public long id() {
        long mixed = mix(person.id().value());
        mixed = mix(mixed ^ action.number());
        mixed = mix(mixed ^ deed.type().number());
        mixed = mix(mixed ^ deed.subject());
        mixed = mix(mixed ^ at.toEpochMilli());
        return Math.max(1, mixed >>> (Long.SIZE - BITS));
    }

    /// The finalizer of SplitMix64, so that every bit of what goes in moves half of what comes out.
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
