package dev.levada.core.manifest;

import java.util.Comparator;

/// The order of keys in output: letter by letter, runs of digits as numbers, other characters
/// before letters (kustomize.md section 20).
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    int i = 0;
    while (i < shared && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (i == shared) {
      return Integer.compare(a.length(), b.length());
    }
    if (isPlainLetter(a.charAt(i)) && isPlainLetter(b.charAt(i))) {
      return Integer.compare(a.charAt(i), b.charAt(i));
    }
    if (i > 0 && Character.isHighSurrogate(a.charAt(i - 1))) {
      i--;
    }
    return differing(a, b, i);
  }

  private static boolean isPlainLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int differing(String a, String b, int i) {
    int left = a.codePointAt(i);
    int right = b.codePointAt(i);
    boolean leftIsLetter = Character.isLetter(left);
    boolean rightIsLetter = Character.isLetter(right);
    if (leftIsLetter && rightIsLetter) {
      return Integer.compare(left, right);
    }
    if (leftIsLetter || rightIsLetter) {
      // Behind digits the letter ends the number, so that a1b comes before a10.
      boolean inNumber = i > 0 && Character.isDigit(a.charAt(i - 1));
      return leftIsLetter == inNumber ? -1 : 1;
    }
    return numbers(a, b, i, left, right);
  }

  private static int numbers(String a, String b, int i, int left, int right) {
    String x = digitsFrom(a, i);
    String y = digitsFrom(b, i);
    String before = (left == '0' || right == '0') && follows(a, i) ? "1" : "";
    int byValue = byValue(before + x, before + y);
    if (byValue != 0) {
      return byValue;
    }
    return x.length() == y.length()
        ? Integer.compare(left, right)
        : Integer.compare(x.length(), y.length());
  }

  private static boolean follows(String text, int end) {
    for (int i = end - 1; i >= 0 && Character.isDigit(text.charAt(i)); i--) {
      if (text.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }

  private static String digitsFrom(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static int byValue(String x, String y) {
    String left = x.replaceFirst("^0+", "");
    String right = y.replaceFirst("^0+", "");
    return left.length() == right.length()
        ? left.compareTo(right)
        : Integer.compare(left.length(), right.length());
  }
}
