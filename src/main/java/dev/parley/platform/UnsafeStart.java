package dev.parley.platform;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;

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

  /// Several reasons as one: the first, which carries the others as suppressed.
  static UnsafeStart of(List<UnsafeStart> reasons) {
    var first = reasons.getFirst();
    reasons.stream().skip(1).forEach(first::addSuppressed);
    return first;
  }

  /// The reason that a failure to read settings has: our own words where a settings record refused,
  /// else the name of the setting. What it was set to may be a secret.
  static UnsafeStart because(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnsafeStart ours) {
        return ours;
      }
    }
    var setting = failure instanceof BindException bind ? bind.getName().toString() : "A setting";
    return new UnsafeStart(
        "%s cannot be read.".formatted(setting), "See the README for what it takes.", failure);
  }

  public String remedy() {
    return remedy;
  }

  boolean isTheSameAs(UnsafeStart other) {
    return Objects.equals(getMessage(), other.getMessage()) && remedy.equals(other.remedy);
  }

  /// This reason, and those that were found with it.
  public Stream<UnsafeStart> all() {
    return Stream.concat(
        Stream.of(this),
        Stream.of(getSuppressed())
            .filter(UnsafeStart.class::isInstance)
            .map(UnsafeStart.class::cast));
  }
}
