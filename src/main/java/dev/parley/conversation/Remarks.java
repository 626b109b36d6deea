package dev.parley.conversation;

import dev.parley.web.Fields;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What another room keeps of answers besides their messages, for whoever writes an account's
/// conversations down and takes them in again.
public interface Remarks {

  /// What is kept of these answers, by their ids, as far as they are the owner's.
  Map<String, JsonNode> of(String owner, Collection<String> answerIds);

  /// What can be believed of a remark that comes from elsewhere.
  ///
  /// @param field where it stands
  JsonNode accept(Fields fields, String field, JsonNode remark);

  /// Keeps one that was accepted, in the transaction that stores its answer.
  void add(String answerId, JsonNode remark);
}
