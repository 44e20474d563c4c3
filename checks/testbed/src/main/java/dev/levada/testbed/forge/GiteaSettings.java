package dev.levada.testbed.forge;

import java.nio.file.Path;

/// The `app.ini` of a Gitea for tests.
final class GiteaSettings {

  private GiteaSettings() {}

  static String text(Path folder, Path source, int port) {
    return """
    RUN_USER = %1$s
    I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = %2$s
    WORK_PATH = %3$s
    [server]
    HTTP_ADDR = 127.0.0.1
    HTTP_PORT = %4$d
    ROOT_URL = http://127.0.0.1:%4$d/
    DISABLE_SSH = true
    OFFLINE_MODE = true
    STATIC_ROOT_PATH = %5$s
    [database]
    DB_TYPE = sqlite3
    PATH = %3$s/gitea.db
    [repository]
    ROOT = %3$s/repositories
    [security]
    INSTALL_LOCK = true
    SECRET_KEY = levada-testbed
    PASSWORD_HASH_ALGO = pbkdf2_v2
    [webhook]
    ALLOWED_HOST_LIST = loopback
    [indexer]
    ISSUE_INDEXER_TYPE = db
    [actions]
    ENABLED = false
    [log]
    MODE = console
    LEVEL = warn
    [api]
    MAX_RESPONSE_ITEMS = 50
    """
        .formatted(
            System.getProperty("user.name"),
            "root".equals(System.getProperty("user.name")),
            folder,
            port,
            source);
  }
}
