package dev.parley.testing;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The list of models. A key with `status-CODE` in it gets that status.
final class ModelList {

  private static final Pattern STATUS = Pattern.compile("status-(\\d{3})");

  private ModelList() {}

  static void answer(Exchange exchange, List<String> names) throws IOException {
    var call = exchange.call();
    var status = STATUS.matcher(call.bearer());
    if (status.find()) {
      ApiError.of(Integer.parseInt(status.group(1)), call).send(exchange.wire());
    } else {
      exchange.wire().respondWithJson(200, json(names));
    }
  }

  private static String json(List<String> names) {
    return names.stream()
        .map(CompletionJson::quote)
        .map("{\"id\":%s,\"object\":\"model\",\"created\":1,\"owned_by\":\"fake\"}"::formatted)
        .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"));
  }
}
