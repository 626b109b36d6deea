package dev.parley.platform;

import java.util.Optional;

/// Looks, before anything is opened or listened on, whether the server may be started with the
/// settings that it has. A room has its checks listed in `META-INF/spring.factories`.
public interface StartCheck {

  /// The word by which people allow what it finds, in `PARLEY_ALLOW_UNSAFE`, such as `data-folder`.
  String name();

  /// What is unsafe, if anything is.
  ///
  /// @throws UnsafeStart where nobody can allow it
  Optional<Weakness> find(Settings settings);

  /// What is unsafe.
  ///
  /// @param problem what is wrong, in a sentence that shows no secret
  /// @param remedy what to do about it
  /// @param onlyInProduction whether the server warns of it in development, and starts
  record Weakness(String problem, String remedy, boolean onlyInProduction) {

    /// Something that refuses every start.
    public static Weakness anywhere(String problem, String remedy) {
      return new Weakness(problem, remedy, false);
    }

    /// Something that refuses the start in production.
    public static Weakness inProduction(String problem, String remedy) {
      return new Weakness(problem, remedy, true);
    }
  }
}
