package dev.parley.platform;

import org.jspecify.annotations.Nullable;

/// A reason not to start: what is wrong, and what to do about it, for the person at the console.
public final class UnsafeStart extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String remedy;

  public UnsafeStart(String problem, String remedy) {
    this(problem, remedy, null);
  }

  public UnsafeStart(String problem, String remedy, @Nullable Throwable cause) {
    super(problem, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
