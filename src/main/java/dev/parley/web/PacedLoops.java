package dev.parley.web;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.NonBlocking;
import reactor.netty.resources.LoopResources;

/// Event loops on epoll, each with a [LoopPace].
final class PacedLoops implements LoopResources {

  /// A thread that must never wait for anything but the network.
  private static final class LoopThread extends FastThreadLocalThread implements NonBlocking {

    LoopThread(Runnable loop, String name) {
      super(loop, name);
      setDaemon(true);
    }
  }

  private final EventLoopGroup group;
  private final EventLoopGroup sameLoop;

  PacedLoops(String name, int threads) {
    var number = new AtomicInteger();
    ThreadFactory factory = loop -> new LoopThread(loop, name + "-" + number.incrementAndGet());
    group =
        new MultiThreadIoEventLoopGroup(
            threads, factory, EpollIoHandler.newFactory(0, LoopPace::new));
    sameLoop = LoopResources.colocate(group);
  }

  @Override
  public EventLoopGroup onServer(boolean useNative) {
    return group;
  }

  /// The loop that asks for a connection gets it.
  @Override
  public EventLoopGroup onClient(boolean useNative) {
    return sameLoop;
  }

  @Override
  public boolean daemon() {
    return true;
  }

  @Override
  public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
    return Mono.create(
        sink ->
            group
                .shutdownGracefully(
                    quietPeriod.toMillis(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .addListener(_ -> sink.success()));
  }
}
