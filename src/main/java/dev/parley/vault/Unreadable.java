package dev.parley.vault;

/// A sealed secret that does not open: it was changed, moved, cut, or its master key is not here.
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1;

  Unreadable(Binding binding, String reason) {
    super("%s does not open: %s".formatted(binding.text(), reason));
  }
}
