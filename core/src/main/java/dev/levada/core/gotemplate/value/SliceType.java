package dev.levada.core.gotemplate.value;

/// The type of a slice.
///
/// @param goName how Go writes it
/// @param element how Go writes its element's type
public record SliceType(String goName, String element) {

  /// Lists of values and most results of list functions.
  public static final SliceType ANY = new SliceType("[]interface {}", "interface {}");

  /// What `splitList`, `keys` and others return.
  public static final SliceType STRINGS = new SliceType("[]string", "string");

  /// What `until` returns.
  public static final SliceType INTS = new SliceType("[]int", "int");

  /// Raw bytes.
  public static final SliceType BYTES = new SliceType("[]uint8", "uint8");

  /// What `chunk` returns.
  public static final SliceType LISTS = new SliceType("[][]interface {}", "[]interface {}");

  /// Tables of a TOML array.
  public static final SliceType MAPS =
      new SliceType("[]map[string]interface {}", "map[string]interface {}");

  /// Whether elements are held in interfaces, which error texts tell.
  public boolean boxed() {
    return element.equals("interface {}");
  }
}
