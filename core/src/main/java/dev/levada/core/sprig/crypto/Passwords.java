package dev.levada.core.sprig.crypto;

import dev.levada.core.gotemplate.function.Call;
import dev.levada.core.gotemplate.value.GoStrings;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/// `bcrypt` and `htpasswd`.
final class Passwords {

  private static final int COST = 10;
  private static final int LONGEST = 72;
  private static final int SALT = 16;

  // Hashing takes as long as millions of nodes.
  private static final long STEPS = 1_000_000;

  private Passwords() {}

  static String bcrypt(Call call, String password) {
    byte[] bytes = GoStrings.bytes(password);
    if (bytes.length > LONGEST) {
      return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
    }
    call.spend(STEPS);
    var salt = new byte[SALT];
    call.random().nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, COST);
  }

  static String htpasswd(Call call, String user, String password) {
    return user.indexOf(':') >= 0
        ? "invalid username: " + user
        : user + ":" + bcrypt(call, password);
  }
}
