package dev.spoolmark.audit;

import java.time.Instant;

/// One line of the security log.
///
/// @param at when; for what is counted by the minute, the beginning of the minute
/// @param user whom it is about, [Audit#NOBODY] for nobody known here
/// @param deed the word of a [Deed]
/// @param times how often within that minute
/// @param detail before and after, never a secret; empty when there is nothing more to tell
public record Entry(Instant at, long user, String deed, By by, int times, String detail) {

    static Entry once(Instant at, long user, Deed deed, By by, String detail) {
        return new Entry(at, user, deed.word(), by, 1, detail);
    }
}
