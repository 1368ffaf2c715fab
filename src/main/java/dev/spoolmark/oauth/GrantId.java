package dev.spoolmark.oauth;

/// The number of a grant: of a connected application or of a personal access token.
public record GrantId(long value) {}
