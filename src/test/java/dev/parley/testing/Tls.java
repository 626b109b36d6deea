package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A certificate that is made for one run of the tests and that only their clients trust, for
/// 127.0.0.1.
public final class Tls {

  public static final String PASSWORD = "for one run of the tests";

  private static final String ALIAS = "parley";
  private static final Tls MADE = make();

  private final Path folder;
  private final KeyStore keys;
  private final SSLContext context;

  private Tls(Path folder) throws GeneralSecurityException, IOException {
    this.folder = folder;
    keys = KeyStore.getInstance(keyStore(folder).toFile(), PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    var key = keys.getKey(ALIAS, PASSWORD.toCharArray());
    write("key.pem", "PRIVATE KEY", key.getEncoded());
    write("certificate.pem", "CERTIFICATE", keys.getCertificate(ALIAS).getEncoded());
  }

  /// What a client needs to trust it.
  public static SSLContext context() {
    return MADE.context;
  }

  /// A file with it: `keys.p12`, `key.pem` or `certificate.pem`.
  public static Path file(String name) {
    return MADE.folder.resolve(name);
  }

  /// A connection of the kind that the address asks for.
  static Socket connect(URI address) throws IOException {
    if (!"https".equals(address.getScheme())) {
      return new Socket(address.getHost(), address.getPort());
    }
    var socket =
        (SSLSocket) context().getSocketFactory().createSocket(address.getHost(), address.getPort());
    var parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Tls make() {
    try {
      var folder = Files.createTempDirectory("parley-tls");
      var command =
          new ArrayList<>(
              List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
      command.addAll(List.of("-genkeypair -noprompt -keyalg EC -validity 2".split(" ", -1)));
      command.addAll(List.of("-dname", "CN=parley", "-ext", "san=ip:127.0.0.1"));
      command.addAll(List.of("-alias", ALIAS, "-storepass", PASSWORD));
      command.addAll(List.of("-keystore", keyStore(folder).toString()));
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(said);
      }
      return new Tls(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path keyStore(Path folder) {
    return folder.resolve("keys.p12");
  }

  private void write(String name, String kind, byte[] content) throws IOException {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind));
  }
}
