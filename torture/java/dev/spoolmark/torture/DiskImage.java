package dev.spoolmark.torture;

import dev.spoolmark.torture.DiskTrace.DiskOperation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// Possible content of a disk after a power failure: all synced writes, and any subset of the others.
final class DiskImage {

    private static final int SECTOR = 512;

    private final Map<Integer, Track> tracks = new HashMap<>();
    private final Map<String, byte[]> previous;
    private final boolean honest;

    /// @param previous content of the files before the trace, by name
    /// @param honest whether the disk really wrote what it reported as synced
    DiskImage(Map<String, byte[]> previous, boolean honest) {
        this.previous = Map.copyOf(previous);
        this.honest = honest;
    }

    /// What happens to writes that were not synced.
    enum Fate {
        /// None of them was written.
        ALL_LOST,
        /// They were written in order up to the middle of one.
        CUT_OFF,
        /// They were written in any order: each completely, partly or not at all.
        IN_NO_ORDER
    }

    /// One file.
    private static final class Track {

        final String name;
        byte[] synced;
        boolean mayBeAbsent;
        boolean removed;
        final List<DiskOperation> waiting = new ArrayList<>();

        Track(String name, byte[] synced) {
            this.name = name;
            this.synced = synced;
        }
    }

    void apply(DiskOperation operation) {
        if (operation.kind() == DiskOperation.PATH) {
            String name = Path.of(new String(operation.data(), StandardCharsets.UTF_8))
                    .getFileName()
                    .toString();
            tracks.put(operation.file(), new Track(name, previous.getOrDefault(name, new byte[0])));
        } else if (operation.kind() == DiskOperation.SYNC_FOLDER) {
            tracks.values().forEach(track -> track.mayBeAbsent = false);
        } else if (honest || operation.kind() != DiskOperation.SYNC) {
            apply(Objects.requireNonNull(tracks.get(operation.file())), operation);
        }
    }

    private static void apply(Track track, DiskOperation operation) {
        switch (operation.kind()) {
            case DiskOperation.WRITE, DiskOperation.TRUNCATE -> track.waiting.add(operation);
            case DiskOperation.SYNC -> {
                track.waiting.forEach(waiting -> track.synced = applied(track.synced, waiting));
                track.waiting.clear();
            }
            case DiskOperation.CREATE -> {
                track.synced = new byte[0];
                track.waiting.clear();
                track.mayBeAbsent = true;
                track.removed = false;
            }
            case DiskOperation.REMOVE -> track.removed = true;
            default -> throw new IllegalArgumentException("unknown disk operation " + operation.kind());
        }
    }

    /// A possible content of the files at the next start.
    Map<String, byte[]> after(Fate fate, Random random) {
        Map<String, byte[]> files = new HashMap<>();
        for (Track track : tracks.values()) {
            boolean exists = !track.removed && !(track.mayBeAbsent && random.nextInt(4) == 0);
            if (exists) {
                files.put(track.name, after(track, fate, random));
            }
        }
        previous.forEach((name, content) -> {
            if (tracks.values().stream().noneMatch(track -> track.name.equals(name))) {
                files.put(name, content);
            }
        });
        return files;
    }

    private static byte[] after(Track track, Fate fate, Random random) {
        byte[] content = track.synced.clone();
        int whole = random.nextInt(track.waiting.size() + 1);
        for (int i = 0; i < track.waiting.size(); i++) {
            DiskOperation operation = track.waiting.get(i);
            content = switch (fate) {
                case ALL_LOST -> content;
                case CUT_OFF ->
                    i < whole ? applied(content, operation) : i == whole ? torn(content, operation, random) : content;
                case IN_NO_ORDER ->
                    switch (random.nextInt(3)) {
                        case 0 -> content;
                        case 1 -> applied(content, operation);
                        default -> torn(content, operation, random);
                    };
            };
        }
        return content;
    }

    private static byte[] applied(byte[] content, DiskOperation operation) {
        int offset = Math.toIntExact(operation.offset());
        if (operation.kind() == DiskOperation.TRUNCATE) {
            return Arrays.copyOf(content, offset);
        }
        int end = offset + operation.data().length;
        byte[] longer = end > content.length ? Arrays.copyOf(content, end) : content;
        System.arraycopy(operation.data(), 0, longer, offset, operation.data().length);
        return longer;
    }

    /// Some sectors of the write, each with the old or the new content.
    private static byte[] torn(byte[] content, DiskOperation operation, Random random) {
        if (operation.kind() == DiskOperation.TRUNCATE) {
            return random.nextBoolean() ? applied(content, operation) : content;
        }
        byte[] torn = content;
        for (int at = 0; at < operation.data().length; at += SECTOR) {
            if (random.nextBoolean()) {
                byte[] sector =
                        Arrays.copyOfRange(operation.data(), at, Math.min(at + SECTOR, operation.data().length));
                torn = applied(
                        torn,
                        new DiskOperation(
                                DiskOperation.WRITE,
                                operation.file(),
                                operation.offset() + at,
                                sector,
                                operation.end()));
            }
        }
        return torn;
    }
}
