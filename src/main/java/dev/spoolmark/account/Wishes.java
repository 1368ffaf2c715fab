package dev.spoolmark.account;

import org.jspecify.annotations.Nullable;

/// What is to be changed about who sees a person; null leaves it as it is.
///
/// @param searchable whether others find the person when they search for people; who knows the name finds the profile
/// either way
/// @param isProtected whether only those see the person's data whose request to follow was approved
public record Wishes(@Nullable Boolean searchable, @Nullable Boolean isProtected) {}
