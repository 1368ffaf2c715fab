package dev.spoolmark.activity;

/// The position of an entry in the order of its owner.
public record RankPosition(int rank, long entry) {}
