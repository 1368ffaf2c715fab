package dev.spoolmark.http;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Request ids such as `k3f9-1z`: four characters for this process, then a number, both in base 36.
final class RequestIds {

    private static final int RADIX = 36;
    private static final int RUNS = RADIX * RADIX * RADIX * RADIX;

    private final String run =
            Integer.toString(RUNS + new SecureRandom().nextInt(RUNS), RADIX).substring(1);
    private final AtomicLong number = new AtomicLong();

    String next() {
        return run + "-" + Long.toString(number.incrementAndGet(), RADIX);
    }
}
