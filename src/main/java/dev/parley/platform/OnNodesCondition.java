package dev.parley.platform;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class OnNodesCondition implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    var wanted = metadata.getAnnotations().get(OnNodes.class).getEnum("value", Nodes.class);
    return new Settings(context.getEnvironment()).get(RedisSettings.class).nodes() == wanted;
  }
}
