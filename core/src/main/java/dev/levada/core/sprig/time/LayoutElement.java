package dev.levada.core.sprig.time;

import java.util.ArrayList;
import java.util.List;

/// A piece of a Go layout.
///
/// @param text as it stands there
/// @param literal whether it stands for itself
record LayoutElement(String text, boolean literal) {

  // Longer ones first where one begins like another.
  private static final List<String> ELEMENTS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "2006",
          "__2",
          "_2",
          "002",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "15",
          "1",
          "2",
          "3",
          "4",
          "5",
          "PM",
          "pm",
          "-07:00:00",
          "-070000",
          "-07:00",
          "-0700",
          "-07",
          "Z07:00:00",
          "Z070000",
          "Z07:00",
          "Z0700",
          "Z07");

  static List<LayoutElement> of(String layout) {
    var elements = new ArrayList<LayoutElement>();
    var literal = new StringBuilder();
    int at = 0;
    while (at < layout.length()) {
      String element = elementAt(layout, at);
      if (element.isEmpty()) {
        literal.append(layout.charAt(at++));
        continue;
      }
      if (!literal.isEmpty()) {
        elements.add(new LayoutElement(literal.toString(), true));
        literal.setLength(0);
      }
      elements.add(new LayoutElement(element, false));
      at += element.length();
    }
    if (!literal.isEmpty()) {
      elements.add(new LayoutElement(literal.toString(), true));
    }
    return elements;
  }

  private static String elementAt(String layout, int at) {
    char c = layout.charAt(at);
    if (c == '.' || c == ',') {
      return fraction(layout, at);
    }
    if ("JM012345_Pp-Z".indexOf(c) < 0 || layout.startsWith("_2006", at)) {
      return "";
    }
    for (String element : ELEMENTS) {
      if (layout.startsWith(element, at) && !runsOn(layout, at, element)) {
        return element;
      }
    }
    return "";
  }

  // `Jan` and `Mon` are no elements within a longer word.
  private static boolean runsOn(String layout, int at, String element) {
    int end = at + element.length();
    boolean shortName = element.equals("Jan") || element.equals("Mon");
    return shortName && end < layout.length() && Character.isLowerCase(layout.charAt(end));
  }

  private static String fraction(String layout, int at) {
    char digit = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    if (digit != '0' && digit != '9') {
      return "";
    }
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean more = end < layout.length() && Character.isDigit(layout.charAt(end));
    return more ? "" : layout.substring(at, end);
  }

  boolean isFraction() {
    return !literal && (text.charAt(0) == '.' || text.charAt(0) == ',');
  }

  boolean isOffset() {
    return !literal && (text.startsWith("-07") || text.startsWith("Z07"));
  }
}
