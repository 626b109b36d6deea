package dev.parley.openai;

import dev.parley.auth.Caller;
import dev.parley.model.Models;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The models that may be asked.
@RestController
class ModelsController {

  /// @param created seconds since 1970: when a model was made is not known here
  record Model(String id, String object, long created, String ownedBy) {

    static Model of(String id) {
      return new Model(id, "model", 0, "parley");
    }
  }

  record ModelList(String object, List<Model> data) {}

  private final Models models;

  ModelsController(Models models) {
    this.models = models;
  }

  @GetMapping("/v1/models")
  ModelList list(Caller.Asker asker) {
    return new ModelList("list", models.named().stream().map(Model::of).toList());
  }

  /// Many names have slashes, and not every client escapes them.
  ///
  /// @param path the name, after a slash
  @GetMapping("/v1/models/{*id}")
  Model get(Caller.Asker asker, @PathVariable("id") String path) {
    var id = path.substring(1);
    if (!models.isAllowed(id)) {
      throw new ModelNotFound();
    }
    return Model.of(id);
  }
}
