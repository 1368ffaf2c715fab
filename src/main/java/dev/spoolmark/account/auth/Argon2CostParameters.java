package dev.spoolmark.account.auth;

/// Cost of one hash: memory in KiB, number of passes, number of lanes.
public record Argon2CostParameters(int memory, int passes, int lanes) {

    /// The minimum recommended for passwords, and the minimum that this server accepts
    /// (`docs/security.md#sec-c4`).
    public static final Argon2CostParameters MINIMUM = new Argon2CostParameters(19_456, 2, 1);

    private static final int MAX_MEMORY = 1 << 22;
    private static final int MAX_PASSES = 100;
    private static final int MAX_LANES = 16;

    public Argon2CostParameters {
        if (lanes < 1 || lanes > MAX_LANES || memory < 8 * lanes || memory > MAX_MEMORY) {
            throw new IllegalArgumentException("no such memory or lanes for Argon2");
        }
        if (passes < 1 || passes > MAX_PASSES) {
            throw new IllegalArgumentException("no such number of passes for Argon2");
        }
    }

    boolean isBelow(Argon2CostParameters floor) {
        return memory < floor.memory || passes < floor.passes;
    }
}
