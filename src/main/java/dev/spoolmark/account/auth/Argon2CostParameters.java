package dev.spoolmark.account.auth;

/// How dear one guess is: memory in KiB, passes over it, and lanes side by side.
public record Argon2CostParameters(int memory, int passes, int lanes) {

    /// The least the field recommends for passwords, and the least this server takes (`docs/security.md#sec-c4`).
    public static final Argon2CostParameters FLOOR = new Argon2CostParameters(19_456, 2, 1);

    private static final int LARGEST_MEMORY = 1 << 22;
    private static final int MOST_PASSES = 100;
    private static final int MOST_LANES = 16;

    public Argon2CostParameters {
        if (lanes < 1 || lanes > MOST_LANES || memory < 8 * lanes || memory > LARGEST_MEMORY) {
            throw new IllegalArgumentException("no such memory or lanes for Argon2");
        }
        if (passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("no such number of passes for Argon2");
        }
    }

    boolean isBelow(Argon2CostParameters floor) {
        return memory < floor.memory || passes < floor.passes;
    }
}
