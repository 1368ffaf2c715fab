package dev.spoolmark.torture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The limit that Linux keeps for a process of how far it may write into any file. With none left each write fails,
/// as on a disk that takes nothing more.
final class WriteLimit {

    private static final int FILE_SIZE = 1;
    private static final long LONGS = 2;

    @SuppressWarnings("restricted") // a library of the system itself
    private static final MethodHandle PRLIMIT = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("prlimit"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS));

    private WriteLimit() {}

    /// From here on no write of the process succeeds.
    static void forbid(long process) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = of(process, arena);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, 0);
            call(process, limits, MemorySegment.NULL);
        }
    }

    /// It may write as far as it ever might.
    static void allow(long process) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = of(process, arena);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, limits.getAtIndex(ValueLayout.JAVA_LONG, 1));
            call(process, limits, MemorySegment.NULL);
        }
    }

    /// The limit that counts, and the highest that it may be set to.
    private static MemorySegment of(long process, Arena arena) throws IOException {
        MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, LONGS);
        call(process, MemorySegment.NULL, limits);
        return limits;
    }

    private static void call(long process, MemorySegment set, MemorySegment got) throws IOException {
        try {
            if ((int) PRLIMIT.invokeExact((int) process, FILE_SIZE, set, got) != 0) {
                throw new IOException("the limit of process " + process + " could not be read or set");
            }
        } catch (IOException failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
