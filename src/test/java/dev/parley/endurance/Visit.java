package dev.parley.endurance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// One request on a connection of its own, and what came of it. The crowd's thread writes it.
final class Visit {

  private static final String COMPLETED = "event: message.completed";
  private static final int STATUS_FROM = 9;
  private static final int STATUS_TO = 12;
  private static final int LAST_WORDS = 300;

  private final byte[] request;
  private final int bytesAtATime;
  private final CompletableFuture<Visit> head = new CompletableFuture<>();
  private final CompletableFuture<Visit> end = new CompletableFuture<>();
  private int sent;
  private volatile long sentAt;
  private volatile long headNanos;
  private volatile int status;
  private volatile boolean saysWhenToTryAgain;
  private volatile boolean completed;
  private volatile String tail = "";

  Visit(byte[] request, int bytesAtATime) {
    this.request = request;
    this.bytesAtATime = bytesAtATime;
  }

  /// Done once the head of the answer is there, or the connection is gone.
  CompletableFuture<Visit> head() {
    return head;
  }

  /// Done once the connection is gone.
  CompletableFuture<Visit> end() {
    return end;
  }

  /// 0 where there was no answer.
  int status() {
    return status;
  }

  boolean saysWhenToTryAgain() {
    return saysWhenToTryAgain;
  }

  /// Whether the answer to a question was read to its end.
  boolean isCompleted() {
    return completed;
  }

  /// Its status, how far it came, and what it heard last.
  @Override
  public String toString() {
    return "%d, %s: %s".formatted(status, sentAt == 0 ? "not connected" : "asked", tail);
  }

  /// From the last byte of the request to the first of the answer.
  long headMicros() {
    return headNanos / 1000;
  }

  /// What to send next.
  ByteBuffer next() {
    return ByteBuffer.wrap(request, sent, Math.min(bytesAtATime, request.length - sent));
  }

  void sent(int bytes) {
    sent += bytes;
    sentAt = System.nanoTime();
  }

  boolean isSent() {
    return sent == request.length;
  }

  void take(ByteBuffer bytes) {
    var text = StandardCharsets.ISO_8859_1.decode(bytes).toString();
    if (status == 0 && text.length() > STATUS_TO) {
      headNanos = System.nanoTime() - sentAt;
      status = Integer.parseInt(text.substring(STATUS_FROM, STATUS_TO));
      saysWhenToTryAgain = text.toLowerCase(Locale.ROOT).contains("\r\nretry-after: ");
      head.complete(this);
    }
    var seen = tail + text;
    completed |= seen.contains(COMPLETED);
    tail = seen.substring(Math.max(0, seen.length() - LAST_WORDS));
  }

  void gone() {
    head.complete(this);
    end.complete(this);
  }
}
