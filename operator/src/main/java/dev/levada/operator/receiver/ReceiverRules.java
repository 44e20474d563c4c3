package dev.levada.operator.receiver;

import dev.levada.api.notification.Receiver;
import dev.levada.core.expression.ClaimRules;
import dev.levada.core.expression.Expression;
import dev.levada.core.expression.InvalidExpression;
import dev.levada.core.failure.FailureException;
import dev.levada.core.failure.Reason;
import dev.levada.core.hook.HookType;
import dev.levada.core.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The expressions of a Receiver, compiled.
///
/// @param common the conditions on every object
/// @param own the conditions on the objects of each entry of `spec.resources`, in its order
/// @param claims what must stand in the tokens of each issuer, by its address
record ReceiverRules(
    List<Expression> common, List<List<Expression>> own, Map<String, ClaimRules> claims) {

  /// Compiles them.
  ///
  /// @throws FailureException where one is none
  static ReceiverRules of(Receiver receiver) {
    Receiver.Spec spec = receiver.spec();
    Set<String> names =
        HookType.of(spec.type()) == HookType.GENERIC_OIDC
            ? Set.of("res", "req", "claims")
            : Set.of("res", "req");
    var own = new ArrayList<List<Expression>>();
    for (int i = 0; i < spec.resources().size(); i++) {
      String where = "spec.resources[" + i + "].filter";
      own.add(filter(where, spec.resources().get(i).filter(), names));
    }
    return new ReceiverRules(
        filter("spec.resourceFilter", spec.resourceFilter(), names), own, claims(spec.issuers()));
  }

  private static List<Expression> filter(String where, String text, Set<String> names) {
    try {
      return text.isEmpty() ? List.of() : List.of(Expression.about(text, names));
    } catch (InvalidExpression broken) {
      throw invalid(where, broken);
    }
  }

  private static Map<String, ClaimRules> claims(List<Receiver.Issuer> issuers) {
    var rules = new HashMap<String, ClaimRules>();
    for (Receiver.Issuer issuer : issuers) {
      try {
        rules.put(
            issuer.url(), ClaimRules.compile(said(issuer.variables()), said(issuer.validations())));
      } catch (InvalidExpression broken) {
        throw invalid("spec.oidcProviders of " + issuer.url(), broken);
      }
    }
    return rules;
  }

  private static List<ClaimRules.Said> said(List<Receiver.Words> words) {
    return words.stream().map(each -> new ClaimRules.Said(each.word(), each.expression())).toList();
  }

  private static FailureException invalid(String where, InvalidExpression broken) {
    return FailureException.stalled(
        Reason.INVALID_CEL_EXPRESSION, where + ": " + broken.getMessage(), "Correct it");
  }

  /// Whether an object is to be woken.
  ///
  /// @param entry the entry of `spec.resources` that names it
  /// @param object the object; only its metadata counts
  /// @param call what the call says
  /// @throws UnansweredFilter where a condition has no answer
  boolean allow(int entry, Mapping object, GenuineCall call) {
    var known = Map.of("res", visible(object), "req", call.payload(), "claims", call.claims());
    var all = new ArrayList<>(common);
    all.addAll(own.get(entry));
    for (Expression condition : all) {
      switch (condition.ask(known)) {
        case Expression.Answer.Known(boolean yes) -> {
          if (!yes) {
            return false;
          }
        }
        case Expression.Answer.Unknown _ ->
            throw new UnansweredFilter("the filter '" + condition + "' has no answer");
      }
    }
    return true;
  }

  private static Mapping visible(Mapping object) {
    return new Mapping()
        .put("apiVersion", object.textAt("apiVersion"))
        .put("kind", object.textAt("kind"))
        .put("metadata", object.mappingAt("metadata"));
  }

  /// Whether there are conditions on the objects of an entry.
  boolean askAbout(int entry) {
    return !common.isEmpty() || !own.get(entry).isEmpty();
  }

  /// A condition that has no answer for an object.
  static final class UnansweredFilter extends RuntimeException {
    UnansweredFilter(String message) {
      super(message, null, false, false);
    }
  }
}
