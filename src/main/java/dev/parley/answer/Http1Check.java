package dev.parley.answer;

import dev.parley.platform.Settings;
import dev.parley.platform.SettingsCheck;
import dev.parley.platform.UnsafeStart;

/// A [Line] writes chunks of HTTP/1.1. A proxy may well speak HTTP/2 to clients.
final class Http1Check implements SettingsCheck {

  @Override
  public void check(Settings settings) {
    if (settings.environment().getProperty("server.http2.enabled", Boolean.class, false)) {
      throw new UnsafeStart(
          "SERVER_HTTP2_ENABLED is set, but answers are streamed by HTTP/1.1.",
          "Leave it out, and have a proxy speak HTTP/2 where it is wanted.");
    }
  }
}
