package dev.parley.relay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.parley.answer.Answers;
import dev.parley.answer.Origin;
import dev.parley.answer.Reply;
import dev.parley.answer.Topic;
import dev.parley.budget.Tab;
import dev.parley.limit.Limit;
import dev.parley.limit.Meter;
import dev.parley.model.ModelFailure;
import dev.parley.platform.Ids;
import dev.parley.platform.Secret;
import dev.parley.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Questions with an own key: passed to the model service with that key, and forgotten.
@RestController
class RelayController {

  private static final Logger log = LoggerFactory.getLogger(RelayController.class);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Turn(@Nullable String role, @Nullable String content) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Chat(
      @Nullable String developerMessage,
      @Nullable String userMessage,
      @Nullable List<@Nullable Turn> chatHistory,
      @Nullable String model,
      @Nullable Secret apiKey) {}

  private final ChatReader reader;
  private final Answers answers;
  private final Tab tab;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  RelayController(
      ChatReader reader, Answers answers, Tab tab, Ids ids, ApplicationEventPublisher events) {
    this.reader = reader;
    this.answers = answers;
    this.tab = tab;
    this.ids = ids;
    this.events = events;
  }

  @PostMapping(
      path = "/api/chat",
      produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.ALL_VALUE})
  Reply chat(Origin origin, Meter meter, @RequestBody Chat body) {
    var call = reader.read(body);
    meter.takeByAddress(Limit.ADDRESS_CHAT);
    var id = ids.next("relay");
    var topic = new Topic("address " + meter.address(), id, false);
    var unstored = new Unstored(tab, events);
    var begun =
        answers.write(
            id,
            topic,
            origin,
            unstored,
            seat -> {
              seat.run();
              unstored.hold(tab.hold(id, call));
              events.publishEvent(
                  new RelayHappening.QuestionRelayed(id, call.turns().getLast().content()));
              return new Relayed(call);
            });
    log.info("Relayed {} to {}, of which nothing is kept", id, call.model());
    origin.own(begun.answer());
    return new Reply.Text(begun.answer(), RelayController::explain);
  }

  private static Refusal explain(Refusal failure) {
    return ModelFailure.KEY_REJECTED.equals(failure.code()) ? new InvalidApiKey() : failure;
  }
}
