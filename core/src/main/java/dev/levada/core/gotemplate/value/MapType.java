package dev.levada.core.gotemplate.value;

/// The type of a map with string keys.
///
/// @param goName how Go writes it
/// @param element how Go writes the type of its values
/// @param zero what an absent key reads as
public record MapType(String goName, String element, Object zero) {

  /// Tables of values and what `dict` makes.
  public static final MapType ANY = new MapType("map[string]interface {}", "interface {}", Nil.NIL);

  /// What `split` makes, and annotations.
  public static final MapType STRINGS = new MapType("map[string]string", "string", "");

  /// Whether values are held in interfaces, which error texts tell.
  public boolean boxed() {
    return element.equals("interface {}");
  }
}
