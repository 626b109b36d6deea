package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manifests are held to what Kubernetes knows.
class KubernetesTest {

  private static final Path FOLDER = Path.of("packaging", "kubernetes");
  private static final KubernetesSerialization KNOWN = new KubernetesSerialization();

  /// Fails at what Kubernetes has no field for, where its own classes would keep it aside.
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  /// `kustomization.yaml` is for the client alone.
  static Stream<Path> manifests() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> !file.endsWith("kustomization.yaml")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void haveNoFieldThatKubernetesDoesNotKnow(Path file) throws IOException {
    for (var manifest : read(file)) {
      var resource = KNOWN.convertValue(manifest, HasMetadata.class);

      assertThat(STRICT.convertValue(manifest, resource.getClass())).isEqualTo(resource);
      assertThat(resource.getMetadata().getName()).isNotBlank();
    }
  }

  @Test
  void areAllApplied() throws IOException {
    var all =
        manifests()
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> !name.contains("example"));

    assertThat(Files.readAllLines(FOLDER.resolve("kustomization.yaml")))
        .containsAll(all.map(name -> "  - " + name).toList());
  }

  @Test
  void giveNodesNoMoreThanTheyNeed() throws IOException {
    var deployment =
        STRICT.convertValue(read(FOLDER.resolve("deployment.yaml")).getFirst(), Deployment.class);

    var pod = deployment.getSpec().getTemplate().getSpec();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getContainers())
        .isNotEmpty()
        .allSatisfy(
            container -> {
              assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
              assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
              assertThat(container.getResources().getLimits()).containsKey("memory");
              assertThat(container.getReadinessProbe()).isNotNull();
              assertThat(container.getLivenessProbe()).isNotNull();
            });
  }

  private static List<Object> read(Path file) throws IOException {
    try (var parts = Stream.of(Files.readString(file).split("(?m)^---$"))) {
      return parts
          .filter(part -> !part.isBlank())
          .map(part -> KNOWN.unmarshal(part, Object.class))
          .toList();
    }
  }
}
