package dev.spoolmark.account;

/// The id of an application that is stored in the database.
public record AppId(long value) {}
