package dev.spoolmark.account.session;

import dev.spoolmark.core.ClockSkew;
import java.time.Instant;

/// A session with what decides whether it is still valid.
record StoredSession(Session session, String tokenHash, long credVersion) {

    boolean isExpired(Instant now) {
        return !now.isBefore(session.usedAt().plus(Sessions.IDLE))
                || !now.isBefore(session.startedAt().plus(Sessions.LONGEST));
    }

    boolean isUseToBeRecorded(Instant now) {
        return !now.isBefore(session.usedAt().plus(Sessions.USE_INTERVAL)) || ClockSkew.isAhead(session.usedAt(), now);
    }
}
