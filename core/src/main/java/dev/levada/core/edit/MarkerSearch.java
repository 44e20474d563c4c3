package dev.levada.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the comments of a YAML text that hold markers, and the values they stand behind.
///
/// @param yaml the text
record MarkerSearch(YamlText yaml) {

  private static final String BLOCK_HEADER = "|>+-0123456789";

  /// A marker and what it stands behind.
  ///
  /// @param start where the comment begins, at its `#`
  /// @param comment the comment without its `#`
  /// @param before the last thing before it on its line, where there is one
  record Found(int start, String comment, Optional<Site> before) {}

  List<Found> all() {
    var found = new ArrayList<Found>();
    String text = yaml.text();
    int site = 0;
    int at = text.indexOf(Marker.KEY);
    while (at >= 0) {
      int lineStart = yaml.lineStart(at);
      int lineEnd = yaml.lineEnd(at);
      while (site < yaml.sites().size() && yaml.sites().get(site).end() <= lineStart) {
        site++;
      }
      List<Site> here = on(site, lineEnd);
      int hash = hash(lineStart, lineEnd, here);
      if (hash <= at) {
        Optional<Site> before =
            here.stream().filter(each -> each.start() < hash).reduce((first, last) -> last);
        found.add(new Found(hash, text.substring(hash + 1, lineEnd), before));
      }
      at = text.indexOf(Marker.KEY, lineEnd);
    }
    return found;
  }

  private List<Site> on(int first, int lineEnd) {
    var here = new ArrayList<Site>();
    for (int i = first; i < yaml.sites().size() && yaml.sites().get(i).start() < lineEnd; i++) {
      here.add(yaml.sites().get(i));
    }
    return here;
  }

  /// Where the comment of a line begins; behind the line where it has none.
  private int hash(int lineStart, int lineEnd, List<Site> here) {
    String text = yaml.text();
    int at = lineStart;
    for (Site site : here) {
      int hash = hashBetween(at, Math.min(site.start(), lineEnd));
      if (hash >= 0) {
        return hash;
      }
      at = Math.max(at, covered(site, lineStart));
    }
    int hash = at < lineEnd ? hashBetween(at, lineEnd) : -1;
    return hash >= 0 ? hash : text.length() + 1;
  }

  private int hashBetween(int from, int to) {
    String text = yaml.text();
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '#' && (i == 0 || isBlank(text.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF';
  }

  /// How far a site reaches as far as comments go: the first line of a block may hold one behind
  /// its header, the rest of it none.
  private int covered(Site site, int lineStart) {
    if (!site.isBlock() || site.start() < lineStart) {
      return site.end();
    }
    int end = site.start();
    while (end < site.end() && BLOCK_HEADER.indexOf(yaml.text().charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
