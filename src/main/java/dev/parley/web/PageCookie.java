package dev.parley.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that a browser keeps for this server's own pages: no script can read it, and it is
/// sent along with no request from another site.
///
/// @param path the calls that it is sent to
/// @param age how long the browser keeps it; none: until it is closed
public record PageCookie(String name, String path, @Nullable Duration age) {}
