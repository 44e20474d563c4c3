package dev.levada.core.kustomize;

import com.google.re2j.Pattern;

/// What Kubernetes allows as key and value of a label.
final class LabelSyntax {

  private static final String NAME_FORM = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final Pattern NAME = Pattern.compile(NAME_FORM);
  private static final String RULES =
      " must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '"
          + NAME_FORM
          + "')";
  private static final int LONGEST = 63;

  private LabelSyntax() {}

  static void checkKey(String key) {
    String[] parts = key.split("/", -1);
    String name = parts[parts.length - 1];
    if (parts.length > 2) {
      throw badKey(
          key,
          "a qualified name"
              + RULES
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    if (parts.length == 2 && parts[0].isEmpty()) {
      throw badKey(key, "prefix part must be non-empty");
    }
    if (name.length() > LONGEST) {
      throw badKey(key, "name part must be no more than 63 characters");
    }
    if (!NAME.matches(name)) {
      throw badKey(
          key, (name.isEmpty() ? "name part must be non-empty, name part" : "name part") + RULES);
    }
  }

  static void checkValue(String key, String value) {
    if (value.length() > LONGEST) {
      throw badValue(key, value, "must be no more than 63 characters");
    }
    if (!value.isEmpty() && !NAME.matches(value)) {
      throw badValue(
          key,
          value,
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
              + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
              + " 'my_value',  or '12345', regex used for validation is '("
              + NAME_FORM
              + ")?')");
    }
  }

  private static BuildFailed badKey(String key, String why) {
    return new BuildFailed(
        "invalid label key " + GoJson.string(key) + ": " + why, "Correct the key of the label");
  }

  private static BuildFailed badValue(String key, String value, String why) {
    return new BuildFailed(
        "invalid label value: "
            + GoJson.string(value)
            + ": at key: "
            + GoJson.string(key)
            + ": "
            + why,
        "Correct the value of the label");
  }
}
