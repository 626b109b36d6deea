package dev.parley.endurance;

import dev.parley.testing.Client;
import dev.parley.testing.EventStream;
import dev.parley.testing.FakeModel;
import dev.parley.testing.GatedModel;
import dev.parley.testing.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// Some devices of one account that do anything in one conversation at the same time, and write
/// down what they were told.
final class Talking {

  private static final int DEVICES = 3;
  private static final int OPERATIONS = 5;
  private static final Duration SOON = Duration.ofSeconds(60);

  private record Asked(String name, String answer, GatedModel model) {}

  private final Notes<Talk.Operation, String> notes = new Notes<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Future<?>> readers = new ConcurrentLinkedQueue<>();
  private final FakeModel fake;
  private final Client who;
  private final String conversation;
  private final long seed;

  Talking(FakeModel fake, Client who, long seed) {
    this.fake = fake;
    this.who = who;
    this.seed = seed;
    conversation = who.conversation();
  }

  /// Lets them do all of it, and everything come to its end.
  List<Done<Talk.Operation, String>> history() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var devices = new ArrayList<Future<?>>();
      for (var device = 0; device < DEVICES; device++) {
        var name = "d" + device;
        var random = new Random(seed + device);
        devices.add(
            threads.submit(
                () -> {
                  for (var n = 0; n < OPERATIONS; n++) {
                    act(random, name + "q" + n, threads::submit);
                  }
                  return null;
                }));
      }
      for (var device : devices) {
        device.get();
      }
      asked.forEach(one -> one.model().release(1));
      for (var reader : readers) {
        reader.get();
      }
    }
    look();
    return notes.all();
  }

  private interface Starting {
    Future<?> start(Callable<?> reading);
  }

  private void act(Random random, String name, Starting readersOf) throws InterruptedException {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> ask(new Talk.Operation.Ask(name), name, "", readersOf);
      case 3 -> ask(new Talk.Operation.AskAnew(name), name, ",\"parent_id\":null", readersOf);
      case 4, 5 -> any(random).ifPresent(one -> one.model().release(1));
      case 6, 7 -> any(random).ifPresent(this::stop);
      case 8 -> look();
      default -> {
        if (random.nextInt(3) == 0) {
          notes.take(
              new Talk.Operation.Delete(),
              () -> deleted(who.delete("/conversations/" + conversation)));
        }
      }
    }
  }

  private Optional<Asked> any(Random random) {
    var all = List.copyOf(asked);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private void ask(Talk.Operation operation, String name, String more, Starting readersOf)
      throws InterruptedException {
    var model = GatedModel.of(fake, 1);
    var body =
        "{\"content\":\"%s\",\"model\":\"%s\",\"stream\":true%s}"
            .formatted(name, model.name(), more);
    var uri = who.address().apply("/conversations/%s/messages".formatted(conversation));
    var began = System.nanoTime();
    var stream = EventStream.post(uri, new HashMap<>(who.headers()), body);
    var status = stream.status();
    if (status != 200) {
      var told =
          status == 409 ? Talk.BUSY : status == 404 ? Talk.NOT_FOUND : String.valueOf(status);
      notes.add(operation, told, began, System.nanoTime());
      stream.close();
      return;
    }
    var answer = stream.next(SOON).json().at("/message/id").stringValue();
    var started = System.nanoTime();
    notes.add(operation, Talk.STARTED, began, started);
    asked.add(new Asked(name, answer, model));
    readers.add(
        readersOf.start(
            () -> {
              readToEnd(stream, name, began);
              return null;
            }));
  }

  /// It may have ended any time since it was asked.
  private void readToEnd(EventStream stream, String name, long began) throws InterruptedException {
    try (stream) {
      var event = stream.next(SOON);
      while (event.name().equals("message.delta")) {
        event = stream.next(SOON);
      }
      var told =
          switch (event.name()) {
            case "message.completed" -> Talk.COMPLETED;
            case "message.stopped" -> Talk.STOPPED;
            default -> event.json().path("code").asString("");
          };
      notes.add(new Talk.Operation.End(name), told, began, System.nanoTime());
    }
  }

  private void stop(Asked one) {
    var path = "/messages/%s/stop".formatted(one.answer());
    var began = System.nanoTime();
    var answer = who.send("POST", path, null, Map.of());
    var ended = System.nanoTime();
    if (answer.status() == 404) {
      notes.add(new Talk.Operation.Halt(one.name()), "", began, ended);
    }
    var told = answer.status() == 404 ? Talk.NOT_FOUND : answer.expect(200).text("status");
    notes.add(new Talk.Operation.Stop(one.name()), told, began, ended);
  }

  private void look() {
    var path = "/conversations/%s/messages?branch=all&limit=100".formatted(conversation);
    notes.take(
        new Talk.Operation.Look(),
        () -> {
          var answer = who.get(path);
          return answer.status() == 404 ? Talk.NOT_FOUND : view(answer.expect(200).body());
        });
  }

  private static String view(JsonNode list) {
    var statuses = new HashMap<String, String>();
    for (var message : list.path("data")) {
      statuses.put(message.path("parent_id").asString(""), message.path("status").asString(""));
    }
    var view = new TreeMap<String, String>();
    for (var message : list.path("data")) {
      if (message.path("is_user").booleanValue()) {
        var id = message.path("id").stringValue();
        view.put(message.path("content").stringValue(), statuses.getOrDefault(id, "unanswered"));
      }
    }
    return view.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .toList()
        .toString();
  }

  private static String deleted(Response answer) {
    return answer.status() == 404 ? Talk.NOT_FOUND : answer.expect(204).raw() + "deleted";
  }
}
