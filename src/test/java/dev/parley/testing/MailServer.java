package dev.parley.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mail server on a port of its own, which takes all mail and keeps it. It can go away and come
/// back.
public final class MailServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  /// What this server is known by in the mails of a server under test.
  public static final String SITE = "chat.example.com";

  private final ServerSetup setup;
  private final GreenMailConfiguration users;
  private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();
  private GreenMail server;

  private MailServer(String protocol, GreenMailConfiguration users) {
    this.setup = new ServerSetup(freePort(), HOST, protocol);
    this.users = users;
    this.server = begin();
  }

  public static MailServer start() {
    return new MailServer(ServerSetup.PROTOCOL_SMTP, new GreenMailConfiguration());
  }

  /// One that encrypts, with a certificate that nobody has a reason to believe.
  public static MailServer startWithAForgedCertificate() {
    return new MailServer(ServerSetup.PROTOCOL_SMTPS, new GreenMailConfiguration());
  }

  /// One that takes mail from who has this password only.
  public static MailServer start(String user, String password) {
    return new MailServer(
        ServerSetup.PROTOCOL_SMTP, new GreenMailConfiguration().withUser(user, password));
  }

  /// A server under test that sends its mail here.
  public TestServer sender(String... settings) {
    return TestServer.start(
        Stream.concat(Stream.of(settings), settings("").stream()).toArray(String[]::new));
  }

  /// The settings with which a server sends its mail here.
  ///
  /// @param user with the password, as they stand in the address of the mail server
  public List<String> settings(String user) {
    return List.of(
        "--parley.mail.smtp-url=%s://%s%s:%d"
            .formatted(
                setup.getProtocol(), user.isEmpty() ? "" : user + "@", HOST, setup.getPort()),
        "--parley.mail.from=Parley <parley@example.com>",
        "--parley.mail.public-url=https://" + SITE);
  }

  /// The same as the environment of a packaged server.
  public Map<String, String> environment() {
    return Map.of(
        "SMTP_URL",
        "smtp://%s:%d".formatted(HOST, setup.getPort()),
        "MAIL_FROM",
        "Parley <parley@example.com>",
        "PUBLIC_URL",
        "https://" + SITE);
  }

  /// A client that is signed in to a new account, which was opened by mail.
  public Client member(TestServer sender) {
    var client = sender.client();
    var email = UUID.randomUUID() + "@example.com";
    client.post("/auth/register", Map.of("email", email, "password", Client.PASSWORD)).expect(202);
    client.post("/auth/verify-email", Map.of("token", next(email).token())).expect(204);
    return client.signIn(email, Client.PASSWORD);
  }

  /// Waits for the next mail to an address.
  public ReceivedMail next(String recipient) {
    var number = taken.merge(recipient, 1, Integer::sum);
    Awaitility.await()
        .untilAsserted(
            () -> {
              if (to(recipient).size() < number) {
                throw new AssertionError(
                    "no mail %d to %s among %d".formatted(number, recipient, all().size()));
              }
            });
    return to(recipient).get(number - 1);
  }

  /// All mail so far to an address, in the order in which it came.
  public List<ReceivedMail> to(String recipient) {
    return all().stream().filter(mail -> mail.recipient().equals(recipient)).toList();
  }

  public List<ReceivedMail> all() {
    return Stream.of(server.getReceivedMessages()).map(ReceivedMail::of).toList();
  }

  /// Waits until a server has sent all that it had to, or found that it had not.
  public static void awaitAllSent(TestServer sender) {
    var outbox = sender.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM outbox");
    Awaitility.await().until(() -> outbox.query(Integer.class).single() == 0);
  }

  public int port() {
    return setup.getPort();
  }

  /// Goes away: whoever connects is refused.
  public void goDown() {
    server.stop();
  }

  /// Comes back at the same port, with nothing of the mail from before.
  public void comeBack() {
    taken.clear();
    server = begin();
  }

  private GreenMail begin() {
    var begun = new GreenMail(setup);
    begun.withConfiguration(users);
    begun.start();
    return begun;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
