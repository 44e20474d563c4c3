package dev.levada.core.helm.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The formats that Helm's library knows, and what it says of a text that is not of the one that a
/// schema wants.
final class FormatText {

  private static final Map<String, UnaryOperator<String>> PROBLEMS = problems();

  private FormatText() {}

  private static Map<String, UnaryOperator<String>> problems() {
    var all = new LinkedHashMap<String, UnaryOperator<String>>();
    all.put("date", TimeTexts::date);
    all.put("date-time", TimeTexts::dateTime);
    all.put("duration", DurationTexts::duration);
    all.put("email", HostNames::mail);
    all.put("hostname", HostNames::name);
    all.put("ipv4", AddressTexts::version4);
    all.put("ipv6", AddressTexts::version6);
    all.put("iri", AddressTexts::absolute);
    all.put("iri-reference", AddressTexts::reference);
    all.put("json-pointer", PointerTexts::pointer);
    all.put("period", DurationTexts::period);
    all.put("regex", LinearExpressions::problem);
    all.put("relative-json-pointer", PointerTexts::relative);
    all.put("semver", VersionTexts::version);
    all.put("time", TimeTexts::time);
    all.put("uri", AddressTexts::absolute);
    all.put("uri-reference", AddressTexts::reference);
    all.put("uri-template", AddressTexts::template);
    all.put("uuid", Identifiers::uuid);
    return all;
  }

  /// Puts these formats in the place of those that the library for schemas knows.
  static void replace(Map<String, Format> formats) {
    formats.clear();
    PROBLEMS.forEach((name, problem) -> formats.put(name, new Checked(name, problem)));
  }

  static String of(Error error) {
    return of(error.getSchemaNode().asString(), error.getInstanceNode().asString());
  }

  /// What is said of a text; the format must be one that it does not fit.
  static String of(String format, String text) {
    return KeywordText.quoted(text) + " is not valid " + format + ": " + problem(format, text);
  }

  /// Why a text is not of a format; empty where it is, or where nobody knows the format.
  static String problem(String format, String text) {
    return PROBLEMS.getOrDefault(format, _ -> "").apply(text);
  }

  private record Checked(String name, UnaryOperator<String> problem) implements Format {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return problem.apply(value).isEmpty();
    }
  }
}
