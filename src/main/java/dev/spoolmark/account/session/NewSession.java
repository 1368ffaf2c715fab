package dev.spoolmark.account.session;

/// A session with the token for its cookie, which cannot be read again later.
public record NewSession(Session session, SessionToken token) {}
