package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MigrationsTest {

  @ParameterizedTest
  @EnumSource
  void areTheSameOnEveryDatabase(DatabaseKind kind) throws IOException {
    assertThat(names(kind))
        .as("whoever adds a migration adds one of this name for each database")
        .isEqualTo(names(DatabaseKind.SQLITE))
        .isNotEmpty();
  }

  private static Set<String> names(DatabaseKind kind) throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources(kind.migrations() + "/*.sql");
    return Stream.of(files).map(Resource::getFilename).collect(Collectors.toSet());
  }
}
