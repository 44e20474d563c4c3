package dev.levada.core.sprig;

import dev.levada.core.gotemplate.builtin.Builtins;
import dev.levada.core.gotemplate.function.Function;
import dev.levada.core.gotemplate.function.FunctionTable;
import dev.levada.core.sprig.collection.CollectionFunctions;
import dev.levada.core.sprig.crypto.CryptoFunctions;
import dev.levada.core.sprig.encoding.EncodingFunctions;
import dev.levada.core.sprig.logic.LogicFunctions;
import dev.levada.core.sprig.number.NumberFunctions;
import dev.levada.core.sprig.path.PathFunctions;
import dev.levada.core.sprig.text.TextFunctions;
import dev.levada.core.sprig.time.TimeFunctions;
import dev.levada.core.sprig.version.VersionFunctions;
import java.util.ArrayList;

/// Go's own functions, sprig's, and Helm's pure ones. `include`, `tpl`, `required`, `fail` and
/// `lookup` are the chart engine's.
public final class SprigFunctions {

  private static final FunctionTable TABLE = build();

  private SprigFunctions() {}

  /// The table of all of them.
  public static FunctionTable table() {
    return TABLE;
  }

  private static FunctionTable build() {
    var all = new ArrayList<Function>(Builtins.all());
    all.addAll(TextFunctions.all());
    all.addAll(NumberFunctions.all());
    all.addAll(LogicFunctions.all());
    all.addAll(CollectionFunctions.all());
    all.addAll(PathFunctions.all());
    all.addAll(TimeFunctions.all());
    all.addAll(VersionFunctions.all());
    all.addAll(EncodingFunctions.all());
    all.addAll(CryptoFunctions.all());
    return FunctionTable.of(all);
  }
}
