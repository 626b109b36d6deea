package dev.parley.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A database that a server keeps.
///
/// @param host with the port, where one was given
/// @param options for the driver, as they stood behind the name
record DatabaseServer(
    DatabaseKind kind,
    String host,
    String name,
    @Nullable String user,
    @Nullable Secret password,
    Map<String, String> options) {

  /// Hosts in a network of containers may have names that no [java.net.URI] takes.
  private static final Pattern ADDRESS =
      Pattern.compile(
          """
          (?<scheme>[a-z]+)://\
          (?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?\
          (?<host>(?:\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::\\d{1,5})?)/\
          (?<name>[^/?#]+)\
          (?:\\?(?<options>[^#]*))?""");

  private static final Map<String, DatabaseKind> SCHEMES =
      Map.of(
          "postgresql", DatabaseKind.POSTGRESQL,
          "postgres", DatabaseKind.POSTGRESQL,
          "mysql", DatabaseKind.MARIADB,
          "mariadb", DatabaseKind.MARIADB);

  /// Reads an address such as `postgresql://user:password@host:port/name`, in which user, password
  /// and name may have characters as `%` and two hexadecimal digits.
  static Optional<DatabaseServer> read(String url) {
    var address = ADDRESS.matcher(url);
    if (!address.matches() || !SCHEMES.containsKey(address.group("scheme"))) {
      return Optional.empty();
    }
    try {
      var password = address.group("password");
      return Optional.of(
          new DatabaseServer(
              SCHEMES.get(address.group("scheme")),
              address.group("host"),
              decoded(address.group("name")),
              address.group("user") == null ? null : decoded(address.group("user")),
              password == null ? null : new Secret(decoded(password)),
              options(address.group("options"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// What the driver is to know besides the address.
  ///
  /// @param defaults where the address says nothing else
  Properties properties(Map<String, String> defaults) {
    var properties = new Properties();
    properties.putAll(defaults);
    properties.putAll(options);
    if (user != null) {
      properties.put("user", user);
    }
    if (password != null) {
      properties.put("password", password.reveal());
    }
    return properties;
  }

  String encodedName() {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Why the server cannot be used, for the person at the console.
  UnsafeStart unusable(Exception failure) {
    return new UnsafeStart(
        "The database %s at %s cannot be used: %s".formatted(name, host, failure.getMessage()),
        "Start it, or set DATABASE_URL to where it is, with a user and password that it takes.",
        failure);
  }

  private static Map<String, String> options(@Nullable String query) {
    var options = new LinkedHashMap<String, String>();
    if (query != null && !query.isEmpty()) {
      for (var option : query.split("&", -1)) {
        var parts = option.split("=", 2);
        options.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
      }
    }
    return options;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
