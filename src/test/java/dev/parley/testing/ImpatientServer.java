package dev.parley.testing;

/// A server that waits for nobody and takes little, shared by the tests of what happens then. They
/// run one after another; each may reset the model.
public final class ImpatientServer {

  /// The most characters of an answer, and bytes of a line.
  public static final int LARGEST = 65_536;

  private static final class Shared {
    private static final TestServer SERVER =
        TestServer.start(
            "--parley.model.silence=1500ms",
            "--parley.model.whole-silence=1500ms",
            "--parley.model.largest-answer=64KB",
            "--parley.model.largest-line=64KB",
            "--parley.answer.comment-every=100ms");
  }

  private ImpatientServer() {}

  public static TestServer shared() {
    return Shared.SERVER;
  }
}
