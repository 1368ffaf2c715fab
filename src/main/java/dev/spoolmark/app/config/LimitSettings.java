package dev.spoolmark.app.config;

import java.util.List;

/// Limits on requests, memory and disk space.
final class LimitSettings {

    static final Setting<Integer> CONCURRENT = Setting.of(
            "limits.concurrent",
            "64",
            SettingParsers.number(1, 10_000),
            "Maximum number of requests that are processed at the same time.");

    static final Setting<Integer> QUEUE = Setting.of(
            "limits.queue",
            "100",
            SettingParsers.number(0, 100_000),
            "Queue capacity per priority class (writes, reads of the data of one user, other reads). A"
                    + " request waits at most 1 s. If the expected wait exceeds 250 ms it is rejected at once with"
                    + " status 503 and `Retry-After`.");

    static final Setting<Integer> CONNECTIONS = Setting.of(
            "limits.connections", "512", SettingParsers.number(1, 100_000), "Maximum number of open connections.");

    static final Setting<Long> BODY_MEMORY = Setting.of(
            "limits.body_memory",
            "16m",
            SettingParsers::bytes,
            "Memory budget for the content of large request bodies while they are processed, for all"
                    + " requests together, in bytes; the suffixes `k`, `m` and `g` are powers of 1,024. Further"
                    + " requests wait.");

    static final Setting<Long> IMAGE_DISK = Setting.of(
            "images.disk",
            "512m",
            SettingParsers::bytes,
            "Maximum disk space for cached images, in the directory `images` of the data directory. The"
                    + " least recently used images are deleted first. The suffixes `k`, `m` and `g` are powers of"
                    + " 1,024.");

    static final Setting<PerUserLimits> PER_USER = Setting.of(
            "limits.per_user",
            "unset",
            SettingParsers.enumValue(PerUserLimits.class),
            "Whether to limit the request rate of each user: 1,000 reads in 5 minutes; 60 writes at"
                    + " once, then 1 per second; 30 searches and 10 comments, list entries or follows per minute."
                    + " `unset`: `on` if `registration` is `open`, otherwise `off`. Requests from trusted networks"
                    + " are exempt.");

    static final List<Setting<?>> ALL = List.of(CONCURRENT, QUEUE, CONNECTIONS, BODY_MEMORY, IMAGE_DISK, PER_USER);

    private LimitSettings() {}
}
