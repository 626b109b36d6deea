package dev.parley.testing;

import java.nio.file.Path;
import java.util.List;

/// All that servers have answered the [Client]s of the tests, but for the secrets that each answer
/// shows by right.
public final class Answers {

  private static final String FILE = "answers.txt";

  private Answers() {}

  static void record(Response answer) {
    Remains.add(
        FILE, Secrets.learn(String.valueOf(answer.headers().map())), Secrets.learn(answer.raw()));
  }

  /// Where they stand.
  public static List<Path> files() {
    return Remains.files(FILE);
  }
}
