package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All that runs: the model service, nginx before it, and Parley before it.
record Rig(Path laidOut, Program model, Program nginx, Parley parley, boolean quick)
    implements AutoCloseable {

  private static final String NGINX =
      """
      worker_processes auto;
      daemon off;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      worker_rlimit_nofile 65536;
      events { worker_connections 20000; }
      http {
        access_log off;
        client_body_temp_path %1$s;
        proxy_temp_path %1$s;
        fastcgi_temp_path %1$s;
        uwsgi_temp_path %1$s;
        scgi_temp_path %1$s;
        upstream model { server 127.0.0.1:%2$d; keepalive 1000; }
        server {
          listen 127.0.0.1:%3$d backlog=8192;
          keepalive_requests 100000;
          location / {
            proxy_pass http://model;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
            proxy_read_timeout 120s;
          }
        }
      }
      """;

  static Rig start(Path laidOut, boolean quick) throws IOException, InterruptedException {
    var place = Files.createTempDirectory("bench");
    var model = model(place);
    var port = Program.freePort();
    var configuration = place.resolve("nginx.conf");
    Files.writeString(configuration, NGINX.formatted(place, model.port(), port));
    var command = List.of("nginx", "-p", place.toString(), "-c", configuration.toString());
    var nginx = Program.start(command, place, Map.of(), port, place.resolve("nginx.log")).await();
    return new Rig(laidOut, model, nginx, Parley.start(laidOut, model.port()), quick);
  }

  /// The same, asked by somebody new: what one account may ask in a day is bounded.
  Rig withNewAccount(String name) throws IOException, InterruptedException {
    return with(parley.as(name + "@example.com"));
  }

  /// The same with another Parley.
  Rig with(Parley other) {
    return new Rig(laidOut, model, nginx, other, quick);
  }

  private static Program model(Path place) throws IOException, InterruptedException {
    var port = Program.freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var command =
        List.of(java, "-XX:+UseSerialGC", "-Xmx1g", "-cp", classes, FakeModel.class.getName(), "" + port);
    return Program.start(command, place, Map.of(), port, place.resolve("model.log")).await();
  }

  /// Questions to Parley, each in a conversation of its own.
  List<Request> questions(Shape shape, int count) throws Exception {
    var token = parley.token();
    var body = "{\"content\":\"hi\",\"stream\":true,\"model\":\"%s\"}".formatted(shape.model());
    return parley.conversations(token, count).stream()
        .map(id -> Request.stream("/conversations/%s/messages".formatted(id), token, body))
        .toList();
  }

  /// The same questions to the model service itself, or to nginx before it.
  static List<Request> completions(Shape shape, int count) {
    var body =
        "{\"model\":\"%s\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
            .formatted(shape.model());
    var requests = new ArrayList<Request>();
    for (var i = 0; i < count; i++) {
      requests.add(Request.stream("/v1/chat/completions", "", body));
    }
    return requests;
  }

  @Override
  public void close() {
    parley.close();
    nginx.close();
    model.close();
  }
}
