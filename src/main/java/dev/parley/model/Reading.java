package dev.parley.model;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// Reads one answer of the model service as it comes, and holds it to its form. For the
/// connection's event loop alone.
interface Reading {

  /// Whether anything of it has come.
  boolean hasBegun();

  /// As far as the service told.
  @Nullable Usage usage();

  /// Takes a piece of the body, as it came.
  ///
  /// @throws ModelFailure where it is not what the protocol has; what came before it has been
  /// handed on
  void take(ByteBuf bytes);

  /// Hands on what has come, all at once, and the end if that has come.
  ///
  /// @throws ModelFailure where the answer is too long; the text up to there has been handed on
  void handOn();

  /// The service has closed the body.
  ///
  /// @throws ModelFailure where the answer is not whole
  void closed();
}
