package dev.spoolmark.account;

/// The number of an application that has a row in the store.
public record AppId(long value) {}
