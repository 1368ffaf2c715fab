package dev.spoolmark.torture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Sets the file size limit of a process (Linux). With 0 each write fails, as on a full disk.
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

    /// From now on all writes of the process fail.
    static void forbid(long process) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = of(process, arena);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, 0);
            call(process, limits, MemorySegment.NULL);
        }
    }

    /// Restores the limit.
    static void allow(long process) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = of(process, arena);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, limits.getAtIndex(ValueLayout.JAVA_LONG, 1));
            call(process, limits, MemorySegment.NULL);
        }
    }

    /// The soft and the hard limit.
    private static MemorySegment of(long process, Arena arena) throws IOException {
        MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, LONGS);
        call(process, MemorySegment.NULL, limits);
        return limits;
    }

    private static void call(long process, MemorySegment set, MemorySegment previous) throws IOException {
        try {
            if ((int) PRLIMIT.invokeExact((int) process, FILE_SIZE, set, previous) != 0) {
                throw new IOException("the limit of process " + process + " could not be read or set");
            }
        } catch (IOException failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
