package dev.spoolmark.account.link;

/// An invitation with its code, which cannot be read again later.
public record NewInvite(Invite invite, LinkCode code) {}
