package dev.parley.platform;

import java.util.Map;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// What is asked of a kind of server, through its driver.
///
/// @param scheme of the driver's addresses
/// @param always what the driver is told where the address says nothing else
/// @param pooled what it is told as well where nobody waits for long
/// @param takeLock a query that is true where a connection got the lock of this program, which it
/// has for as long as it lasts
/// @param shareLock a query that is true where nobody has that lock, or only others who share it
/// @param begin what each connection begins with
record Driver(
    String scheme,
    Map<String, String> always,
    Map<String, String> pooled,
    String takeLock,
    String shareLock,
    String begin,
    SQLExceptionTranslator errors) {

  String url(DatabaseServer server) {
    return "jdbc:%s://%s/%s".formatted(scheme, server.host(), server.encodedName());
  }
}
