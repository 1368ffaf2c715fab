package dev.spoolmark.torture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The limit that Linux keeps for a process of how far it may write into any file. With none left each write fails, as
/// on
/// a disk that takes nothing more.
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

    private final long process;
    private long usual;

    WriteLimit(long process) {
        this.process = process;
    }

    /// From here on no write of the process succeeds.
    void forbid() throws IOException {
        usual = become(0);
    }

    /// It may write as far as it ever might.
    void allow() throws IOException {
        become(usual);
    }

    /// What the limit was before.
    private long become(long bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limits = arena.allocate(ValueLayout.JAVA_LONG, LONGS);
            call(MemorySegment.NULL, limits);
            long before = limits.getAtIndex(ValueLayout.JAVA_LONG, 0);
            limits.setAtIndex(ValueLayout.JAVA_LONG, 0, bytes); // the highest that may ever be set stays as it is
            call(limits, MemorySegment.NULL);
            return before;
        }
    }

    private void call(MemorySegment set, MemorySegment got) throws IOException {
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
