package dev.levada.cluster.apply;

import dev.levada.cluster.observe.Live;
import dev.levada.cluster.observe.LiveObjects;
import dev.levada.core.manifest.Manifest;
import dev.levada.core.manifest.ObjectId;
import java.util.Optional;

/// What is known of live objects without asking the server.
interface Seen {

  /// Nothing is known, and nothing is to be learnt.
  Seen NOTHING =
      new Seen() {
        @Override
        public Optional<Live> find(ObjectId id) {
          return Optional.empty();
        }

        @Override
        public Optional<Live> observed(Manifest object) {
          return Optional.empty();
        }
      };

  /// What the watches tell.
  static Seen of(LiveObjects objects) {
    return new Seen() {
      @Override
      public Optional<Live> find(ObjectId id) {
        return objects.sees(id) ? objects.find(id) : Optional.empty();
      }

      @Override
      public Optional<Live> observed(Manifest object) {
        return objects.observed(object);
      }
    };
  }

  /// An object as it was last seen; empty where it was not.
  Optional<Live> find(ObjectId id);

  /// The server has just shown an object; its digest, where its kind is observed.
  Optional<Live> observed(Manifest object);
}
