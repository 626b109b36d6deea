package dev.parley.node;

import java.time.Duration;

/// What is done from time to time, by one node for all.
public interface SoleJobs {

  /// Does a job, unless another node does it, or did it of late.
  ///
  /// @param every how often each node asks for it
  void run(String name, Duration every, Runnable job);
}
