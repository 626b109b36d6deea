package dev.parley.testing;

import dev.parley.Parley;
import dev.parley.limit.Limit;
import dev.parley.platform.StorageBusy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole server on a port of its own, with a data folder of its own and a [FakeModel] for a
/// model service. Tests that need no settings of their own share one.
public final class TestServer implements AutoCloseable {

  /// What servers on one database have in common.
  public static final String MASTER_KEYS =
      "common:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private static final class Shared {
    private static final TestServer SERVER = start();

    static {
      // What it has counted in the end is an answer, too.
      SERVER.application.addApplicationListener(
          (ContextClosedEvent _) -> SERVER.insider().get("/metrics"));
    }
  }

  private static final String FOLDER = "--parley.data.folder=";

  /// All tests come from one address.
  private static final String PLENTY = "1000000/1s";

  private static final String LOG_FILE = "app.log";
  private static final int ATTEMPTS = 5;
  private static final String DATABASES = "databases.txt";

  /// Where all of a process write.
  public static final Path LOG = Remains.file(LOG_FILE);

  private static final String MODEL_KEY = "sk-the-servers-own-key-0123456789";
  private static final String INSIDERS_TOKEN = "the-token-of-those-who-run-the-tests";

  private final FakeModel model;
  private final Path data;
  private final MovableClock clock = new MovableClock();
  private final ConfigurableApplicationContext application;
  private final String scheme;

  private TestServer(
      FakeModel model, Path data, Consumer<GenericApplicationContext> more, String... settings) {
    this.model = model;
    this.data = data;
    var arguments = new ArrayList<>(List.of(settings));
    scheme =
        arguments.stream().anyMatch(argument -> argument.startsWith("--server.ssl."))
            ? "https"
            : "http";
    setUnlessGiven(arguments, "--server.port=0");
    setUnlessGiven(arguments, "--server.address=127.0.0.1");
    setUnlessGiven(arguments, FOLDER + data);
    Databases.address(folder(arguments))
        .ifPresent(address -> setUnlessGiven(arguments, "--parley.database.url=" + address));
    setUnlessGiven(arguments, "--parley.log.file=" + LOG);
    setUnlessGiven(arguments, "--parley.model.base-url=" + model.baseUrl());
    setUnlessGiven(arguments, "--parley.model.api-key=" + MODEL_KEY);
    setUnlessGiven(arguments, "--parley.metrics.token=" + INSIDERS_TOKEN);
    setUnlessGiven(arguments, "--parley.model.allowed=*");
    setUnlessGiven(arguments, "--parley.model.default-model=say-3-0");
    setUnlessGiven(arguments, "--parley.answer.behind=1h");
    for (var limit : Limit.values()) {
      setUnlessGiven(arguments, "--PARLEY_LIMIT_" + limit + "=" + PLENTY);
    }
    var parley = new SpringApplication(Parley.class);
    parley.addInitializers(context -> prepare((GenericApplicationContext) context));
    parley.addInitializers(context -> more.accept((GenericApplicationContext) context));
    application = parley.run(arguments.toArray(String[]::new));
    Secrets.add(MODEL_KEY);
    Secrets.add(INSIDERS_TOKEN);
    Remains.add(DATABASES, data.resolve("parley.db").toAbsolutePath().toString());
  }

  /// What is set twice on the command line has both values.
  private static void setUnlessGiven(List<String> arguments, String setting) {
    var name = setting.substring(0, setting.indexOf('=') + 1);
    if (arguments.stream().noneMatch(argument -> argument.startsWith(name))) {
      arguments.add(setting);
    }
  }

  private static Path folder(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(FOLDER))
        .map(argument -> Path.of(argument.substring(FOLDER.length())))
        .findFirst()
        .orElseThrow();
  }

  private void prepare(GenericApplicationContext context) {
    context.registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
  }

  /// The server that all tests share; it ends with the tests. What they do must not depend on what
  /// others did.
  public static TestServer shared() {
    return Shared.SERVER;
  }

  /// A server of one's own.
  ///
  /// @param settings as on the command line, such as `--parley.model.silence=1s`
  public static TestServer start(String... settings) {
    return with(_ -> {}, settings);
  }

  /// A server of one's own, of which something is otherwise.
  ///
  /// @param more says what, before anything of it is made
  public static TestServer with(Consumer<GenericApplicationContext> more, String... settings) {
    try {
      var data = Files.createTempDirectory("parley-test");
      return new TestServer(FakeModel.start(), data, more, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server on a database that others are on, too, before it, beside it or after it: they have a
  /// master key in common.
  public static TestServer on(String database, String... settings) {
    var common =
        Stream.of("--parley.database.url=" + database, "--parley.vault.master-keys=" + MASTER_KEYS);
    return start(Stream.concat(common, Stream.of(settings)).toArray(String[]::new));
  }

  /// The files of all databases that there have been, in any process.
  public static List<Path> databases() {
    return Remains.lines(DATABASES).stream()
        .flatMap(file -> Stream.of("", "-wal", "-shm").map(suffix -> Path.of(file + suffix)))
        .filter(Files::exists)
        .toList();
  }

  /// The logs of all servers that there have been, in any process.
  public static List<Path> logs() {
    return Remains.files(LOG_FILE);
  }

  public FakeModel model() {
    return model;
  }

  /// The clock that the server reads. Whoever moves it has a server of their own.
  public MovableClock clock() {
    return clock;
  }

  public Path data() {
    return data;
  }

  /// A part of the running server.
  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public URI uri(String path) {
    var port = application.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  /// A client that is not signed in.
  public Client client() {
    return new Client(this::uri);
  }

  /// A client that shows the token for metrics.
  public Client insider() {
    return client().withToken(INSIDERS_TOKEN);
  }

  /// A client that is signed in to a new account.
  public Client member() {
    return client().signUp();
  }

  /// A client that is signed in to a new account that may administrate.
  public Client admin() {
    var member = member();
    write("UPDATE users SET role = 'admin' WHERE email = ?", String.valueOf(member.email()));
    return member.signInAgain();
  }

  /// A client that was signed in to an account when it was suspended.
  public Client suspended() {
    var member = member();
    var account = member.get("/account").expect(200).text("id");
    admin().patch("/admin/users/" + account, "{'status':'suspended'}").expect(200);
    return member;
  }

  /// Writes into the database, past the program.
  public void write(String sql, Object... parameters) {
    for (var attempt = 1; ; attempt++) {
      try {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
            .executeWithoutResult(
                _ -> bean(JdbcClient.class).sql(sql).params(List.of(parameters)).update());
        return;
      } catch (StorageBusy e) {
        // What runs behind may have been in the way.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {
    application.close();
    model.close();
  }
}
