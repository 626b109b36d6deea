package dev.parley.testing;

import static java.util.stream.Collectors.joining;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import reactor.blockhound.BlockHound;

/// The calls with which event loops, and the other threads that must never wait, were blocked.
///
/// BlockHound puts a check into every method of the JDK that waits. What it does not know of itself
/// is added here: files by way of channels, and SQLite, which waits in native code.
public final class BlockedLoops {

  private static final ConcurrentLinkedQueue<BlockingCall> CALLS = new ConcurrentLinkedQueue<>();

  static {
    // Netty reads what machine this is when it is first used, which in a server is long before.
    Unpooled.buffer().release();
    var builder = BlockHound.builder().loadIntegrations();
    var file = "sun.nio.ch.UnixFileDispatcherImpl";
    builder
        .markAsBlocking(file, "read0", "(Ljava/io/FileDescriptor;JI)I")
        .markAsBlocking(file, "pread0", "(Ljava/io/FileDescriptor;JIJ)I")
        .markAsBlocking(file, "write0", "(Ljava/io/FileDescriptor;JI)I")
        .markAsBlocking(file, "pwrite0", "(Ljava/io/FileDescriptor;JIJ)I")
        .markAsBlocking(file, "force0", "(Ljava/io/FileDescriptor;Z)I");
    var sqlite = "org.sqlite.core.NativeDB";
    builder
        .markAsBlocking(sqlite, "_open_utf8", "([BI)V")
        .markAsBlocking(sqlite, "_exec_utf8", "([B)I")
        .markAsBlocking(sqlite, "prepare_utf8", "([B)J")
        .markAsBlocking(sqlite, "step", "(J)I");
    // Netty's memory has locks that are held for moments.
    builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
    builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$Magazine", "free");
    // Reads the kernel's random numbers, which are always there.
    builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
    builder
        .blockingMethodCallback(method -> CALLS.add(BlockingCall.here(method.toString())))
        .install();
  }

  /// A call that waits.
  ///
  /// @param stack of the thread that made it, from the call outwards
  public record BlockingCall(String method, String thread, List<StackTraceElement> stack) {

    private static final int SHOWN = 30;

    static BlockingCall here(String method) {
      var thread = Thread.currentThread();
      var stack = Stream.of(thread.getStackTrace()).skip(3);
      return new BlockingCall(
          method,
          thread.getName(),
          stack.filter(frame -> !frame.getClassName().startsWith("reactor.blockhound.")).toList());
    }

    @Override
    public String toString() {
      return stack.stream()
          .limit(SHOWN)
          .map(frame -> "\n    at " + frame)
          .collect(joining("", "%s on %s".formatted(method, thread), ""));
    }
  }

  private BlockedLoops() {}

  /// The calls since this was last asked.
  public static List<BlockingCall> take() {
    var taken = new ArrayList<BlockingCall>();
    for (var call = CALLS.poll(); call != null; call = CALLS.poll()) {
      taken.add(call);
    }
    return taken;
  }
}
