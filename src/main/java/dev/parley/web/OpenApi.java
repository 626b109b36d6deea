package dev.parley.web;

import java.io.ByteArrayInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/// The document of the interface. People write it as YAML, programs read it as JSON.
final class OpenApi {

  private static final int MOST_ALIASES = 1_000;

  private OpenApi() {}

  static Asset document() {
    return new Asset("openapi.json", json());
  }

  static byte[] json() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    var yaml = new Yaml(new SafeConstructor(options));
    Object document = yaml.load(new ByteArrayInputStream(Assets.read("classpath:openapi.yaml")));
    return JsonMapper.shared().writeValueAsBytes(document);
  }
}
