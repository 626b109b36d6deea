package dev.parley.platform;

import java.util.Optional;

/// The data folder holds what people wrote as it is.
final class DataFolderCheck implements StartCheck {

  @Override
  public String name() {
    return "data-folder";
  }

  @Override
  public Optional<Weakness> find(Settings settings) {
    var folder = settings.get(DataFolder.class).folder().toAbsolutePath();
    return FileMode.isOpenToOthers(folder)
        ? Optional.of(
            Weakness.inProduction(
                "The data folder %s is open to other users of this machine.".formatted(folder),
                "Close it: chmod go= '%s'.".formatted(folder)))
        : Optional.empty();
  }
}
