#!/bin/sh
# The pipeline of a tag: build an image, push it, propose it to the config repository.
# CI sets TAG, REGISTRY, CONFIG_REPOSITORY and, for the config repository, LEVADA_GIT_TOKEN.
set -eu
image="$REGISTRY/shop:$TAG"

# Stands for `docker build --push`, which needs a container runtime.
push-image "$image" public

levada promote "$CONFIG_REPOSITORY" --image "$image" --setter shop:shop --path shop \
  --pull-request --forge gitea --label release
