package dev.parley.modelkey;

import dev.parley.platform.Happening;

/// What goes on record of an account's own key.
sealed interface ModelKeyHappening extends Happening {

  @Override
  String actor();

  @Override
  default String subject() {
    return actor();
  }

  /// There is one, or another than before.
  record Stored(String actor) implements ModelKeyHappening {

    @Override
    public String kind() {
      return "model_key_stored";
    }
  }

  /// There is none any more.
  record Deleted(String actor) implements ModelKeyHappening {

    @Override
    public String kind() {
      return "model_key_deleted";
    }
  }
}
