package dev.parley.platform;

/// Reads settings before anything is made of them, so that all that cannot be read is said at once.
/// A room has its checks listed in `META-INF/spring.factories`.
public interface SettingsCheck {

  /// Reads them.
  ///
  /// @throws UnsafeStart where the server could not work with them
  void check(Settings settings);
}
