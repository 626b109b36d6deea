package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Client;
import dev.parley.testing.FakeModel;
import dev.parley.testing.PackagedServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.RedisServer;
import dev.parley.testing.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two packaged programs and a Redis that takes encrypted connections alone. What they count
/// together shows that they got there: without it each would count for itself.
class EncryptedRedisIT {

  @Test
  void isSharedByNodesThatTrustItsCertificate(@TempDir Path folder) throws IOException {
    try (var redis = RedisServer.startEncrypted();
        var model = FakeModel.start()) {
      var settings = new HashMap<>(PackagedServer.asking(model));
      settings.put("DATABASE_URL", PostgresServer.shared().create());
      settings.put("REDIS_URL", redis.url());
      settings.put("JWT_SECRET", "the secret of both nodes, of 64 characters or so");
      settings.put("PARLEY_MASTER_KEYS", "both:" + "0f1e2d3c4b5a6978".repeat(4));
      settings.put("PARLEY_LIMIT_ACCOUNT_QUESTIONS", "1/1h");
      settings.put(
          "JDK_JAVA_OPTIONS",
          "-Djavax.net.ssl.trustStore=%s '-Djavax.net.ssl.trustStorePassword=%s'"
              .formatted(Tls.file("keys.p12"), Tls.PASSWORD));
      try (var first = PackagedServer.start(Files.createTempDirectory(folder, "first"), settings);
          var second =
              PackagedServer.start(Files.createTempDirectory(folder, "second"), settings)) {
        var member = first.client().signUp();
        var elsewhere = new Client(second::uri, null, member.token(), null);
        var conversation = member.conversation();
        member.ask(conversation, "say-1-0", "Hi").expect(200);

        assertThat(elsewhere.ask(conversation, "say-1-0", "Hi").status()).isEqualTo(429);
      }
    }
  }
}
