package dev.parley.platform;

import java.util.List;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class OnDatabaseCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var wanted =
        metadata.getAnnotations().get(OnDatabase.class).getEnumArray("value", DatabaseKind.class);
    return List.of(wanted)
        .contains(new Settings(context.getEnvironment()).get(Database.class).kind());
  }
}
