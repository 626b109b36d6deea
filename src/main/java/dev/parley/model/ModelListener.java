package dev.parley.model;

/// Hears an answer while a model writes it. All calls come one after another, on an event loop:
/// none may block.
public interface ModelListener {

  /// More text: all that one read from the model held.
  void onText(CharSequence text);

  /// The end, exactly once; nothing comes after it.
  void onEnd(ModelEnd end);
}
