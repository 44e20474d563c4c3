package dev.levada.core.plan.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levada.core.failure.FailureException;
import dev.levada.core.health.CaseFolder;
import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.ObjectId;
import dev.levada.core.plan.Objects;
import dev.levada.core.plan.fields.GroupKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {

  static Stream<CaseFolder> cases() {
    return CaseFolder.of("inventory");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatAStatusSays(CaseFolder in) {
    Inventory inventory = Inventory.read(in.json("in.json"));
    String read =
        inventory.items().stream()
            .map(item -> item.id().group() + "/" + item.version() + " " + item.id().subject())
            .collect(Collectors.joining("\n"));
    assertThat(read).isEqualTo(in.text("out.txt"));
    assertThat(Inventory.read(inventory.toStatus())).isEqualTo(inventory);
  }

  @Property
  void anIdThatWasWrittenIsReadAsItWas(@ForAll("ids") ObjectId id) {
    assertThat(InventoryId.parse(InventoryId.write(id))).isEqualTo(id);
  }

  @Property
  void staleIsWhatTheOldHasAndTheNewHasNot(
      @ForAll("inventories") Inventory old, @ForAll("inventories") Inventory now) {
    List<ObjectId> kept = now.ids().toList();
    List<ObjectId> expected = old.ids().filter(id -> !kept.contains(id)).toList();
    assertThat(old.minus(now).ids()).containsExactlyElementsOf(expected);
    assertThat(now.plus(old.minus(now)).ids())
        .hasSameSizeAs(old.plus(now).items())
        .containsAll(kept);
  }

  @Property
  void orderDoesNotDependOnTheInput(@ForAll("inventories") Inventory inventory) {
    assertThat(new Inventory(inventory.items().reversed())).isEqualTo(inventory);
    assertThat(inventory.inDeletionOrder()).isEqualTo(inventory.items().reversed());
  }

  @Provide
  Arbitrary<ObjectId> ids() {
    var namespaces = Arbitraries.of("", "shop", "flux-system");
    var names = Arbitraries.strings().withChars("ab1-.").ofMinLength(1).ofMaxLength(6);
    var kinds =
        Arbitraries.of(
            new GroupKind("", "Namespace"),
            new GroupKind("apps", "Deployment"),
            new GroupKind("example.com", "Database"));
    var roles = Arbitraries.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");
    var roleNames = Arbitraries.strings().withChars("ab1:-.").ofMinLength(1).ofMaxLength(8);
    return Arbitraries.oneOf(
        Combinators.combine(kinds, namespaces, names)
            .as((kind, namespace, name) ->
                new ObjectId(kind.group(), kind.kind(), namespace, name)),
        Combinators.combine(roles, namespaces, roleNames)
            .as((kind, namespace, name) ->
                new ObjectId("rbac.authorization.k8s.io", kind, namespace, name)));
  }

  @Provide
  Arbitrary<Inventory> inventories() {
    return ids()
        .map(id -> new Inventory.Item(id, "v1"))
        .list()
        .uniqueElements()
        .ofMaxSize(12)
        .map(Inventory::new);
  }

  @Test
  void idsAreWrittenAsFluxWritesThem() {
    var written =
        Json.text(
            Inventory.of(
                    List.of(
                        Objects.named("v1", "Namespace", "", "apps"),
                        Objects.named("apps/v1", "Deployment", "apps", "web"),
                        Objects.named("v1", "Service", "apps", "web"),
                        Objects.named(
                            "rbac.authorization.k8s.io/v1", "ClusterRole", "", "system:aggregate")))
                .toStatus());
    assertThat(written)
        .isEqualTo(
            """
            {"entries":[{"id":"_apps__Namespace","v":"v1"},\
            {"id":"_system__aggregate_rbac.authorization.k8s.io_ClusterRole","v":"v1"},\
            {"id":"apps_web__Service","v":"v1"},\
            {"id":"apps_web_apps_Deployment","v":"v1"}]}\
            """);
  }

  @Test
  void anotherVersionOfAnObjectIsTheSameObject() {
    var old = Inventory.of(List.of(Objects.named("batch/v1beta1", "CronJob", "shop", "tidy")));
    var now = Inventory.of(List.of(Objects.named("batch/v1", "CronJob", "shop", "tidy")));
    assertThat(old.minus(now).isEmpty()).isTrue();
    assertThat(old.plus(now)).isEqualTo(now);
  }

  @Test
  void noStatusIsAnEmptyInventory() {
    assertThat(Inventory.read(null)).isEqualTo(Inventory.EMPTY);
    assertThat(Inventory.EMPTY.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "_", "__", "___", "shop_web_Deployment", "shop__apps_Deployment", "a_b_c_"})
  void anIdThatNamesNoObjectIsRefused(String id) {
    var status = Objects.json("{'entries':[{'id':'" + id + "','v':'v1'}]}");
    assertThatThrownBy(() -> Inventory.read(status))
        .isInstanceOf(FailureException.class)
        .hasMessage(
            "status.inventory has an entry with the id '"
                + id
                + "', which is not <namespace>_<name>_<group>_<kind>. Correct or remove the entry in"
                + " the status, then reconcile again.");
  }
}
