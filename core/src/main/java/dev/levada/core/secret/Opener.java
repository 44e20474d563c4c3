package dev.levada.core.secret;

import dev.levada.core.manifest.Json;
import dev.levada.core.manifest.MalformedManifest;
import dev.levada.core.manifest.Mapping;
import dev.levada.core.manifest.Node;
import dev.levada.core.manifest.Scalar;
import dev.levada.core.manifest.YamlReader;
import dev.levada.core.manifest.YamlRules;
import dev.levada.core.manifest.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Opens what SOPS has encrypted.
public final class Opener {

  /// The largest encrypted file, in bytes.
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final String METADATA = "sops";

  private final List<KeyService> services;

  /// @param services who holds keys, in the order in which they are asked
  public Opener(List<KeyService> services) {
    this.services = List.copyOf(services);
  }

  /// A file's content, open.
  public static final class Content {

    private final byte[] bytes;
    private final boolean intact;

    private Content(byte[] bytes, boolean intact) {
      this.bytes = bytes;
      this.intact = intact;
    }

    /// The content in the wanted format.
    public byte[] bytes() {
      return bytes.clone();
    }

    /// Whether nobody changed a value since it was encrypted.
    public boolean intact() {
      return intact;
    }
  }

  /// Whether an object carries SOPS' metadata.
  public static boolean isEncrypted(Mapping object) {
    return object.at(METADATA, "mac") instanceof Scalar mac && ValueCipher.isEncrypted(mac.text());
  }

  /// An object's values, opened in place. Whether it was changed since it was encrypted cannot be
  /// told of an object that has been built.
  ///
  /// @throws DecryptionFailed where it cannot be opened
  public void open(Mapping object) {
    open(List.of(object));
  }

  /// A file's content.
  ///
  /// @param content the encrypted bytes
  /// @param written how they are written
  /// @param wanted how the result is to be written
  /// @throws DecryptionFailed where it cannot be opened
  public Content open(byte[] content, SopsFormat written, SopsFormat wanted) {
    if (content.length > MOST_BYTES) {
      throw new DecryptionFailed(
          "the file has " + content.length + " bytes, more than the limit of " + MOST_BYTES,
          "Encrypt less at once");
    }
    Opened opened = open(read(content, written));
    return new Content(write(opened.documents(), wanted), opened.intact());
  }

  private Opened open(List<Mapping> documents) {
    Mapping sops =
        documents.stream()
            .map(document -> document.mappingAt(METADATA))
            .filter(metadata -> !metadata.isEmpty())
            .findFirst()
            .orElseThrow(() ->
                new DecryptionFailed("sops metadata not found", "Encrypt the file with sops"));
    documents.forEach(document -> document.remove(METADATA));
    var cipher = new ValueCipher(KeyGroups.read(sops).open(services));
    var code = new MessageCode(sops);
    var tree = new TreeOpener(EncryptionRule.of(sops), cipher, code);
    documents.forEach(tree::open);
    return new Opened(documents, code.matches(sops, cipher));
  }

  private static List<Mapping> read(byte[] content, SopsFormat written) {
    String text = new String(content, StandardCharsets.UTF_8);
    try {
      return switch (written) {
        case YAML -> mappings(YamlReader.documents(content, YamlRules.RESOURCE_V3));
        case JSON, BINARY -> mappings(List.of(Json.read(content)));
        case DOTENV -> List.of(DotenvText.read(text));
        case INI -> List.of(IniText.read(text));
      };
    } catch (MalformedManifest e) {
      throw new DecryptionFailed(
          "the encrypted file is malformed: " + e.getMessage(), "Encrypt the file anew");
    }
  }

  private static List<Mapping> mappings(List<Node> nodes) {
    var mappings = new ArrayList<Mapping>();
    for (Node node : nodes) {
      if (!(node instanceof Mapping mapping)) {
        throw new DecryptionFailed(
            "the encrypted file is not a mapping at its top", "Encrypt the file anew");
      }
      mappings.add(mapping);
    }
    return mappings;
  }

  private static byte[] write(List<Mapping> documents, SopsFormat wanted) {
    Mapping first = documents.getFirst();
    String text =
        switch (wanted) {
          case YAML ->
              documents.stream().map(YamlWriter::text).collect(Collectors.joining("---\n"));
          case JSON -> Json.text(first);
          case DOTENV -> DotenvText.write(first);
          case INI -> IniText.write(first);
          case BINARY -> {
            if (!(first.get("data") instanceof Scalar data)) {
              throw new DecryptionFailed(
                  "the encrypted file holds no binary data",
                  "Give it a name that ends in its format, such as .yaml or .env");
            }
            yield data.text();
          }
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
