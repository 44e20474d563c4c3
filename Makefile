# Levada's front door. `make` alone lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

JDK := $(shell build/find-jdk 2>/dev/null)
MVN := JAVA_HOME="$(JDK)" mvn -B -q
LEVADA := JAVA_HOME="$(JDK)" build/levada

.PHONY: help jdk build test unit e2e fmt run rehearse demo golden fuzz differential bench bars controlplane servers clean

help: ## List the targets
	@printf 'Levada: GitOps for Kubernetes. Targets:\n\n'
	@grep -E '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## (.*)$$/  make \1\t\2/' | expand -t 20

jdk:
	@build/find-jdk >/dev/null
	@[ -d "$${HOME}/.m2/repository/com/uber" ] || echo "First build on this machine: Maven fetches its plugins and libraries (some 150 MB), then compiles. About four minutes."

build: jdk ## Compile everything, check format, sizes and nulls
	@$(MVN) -DskipTests package

controlplane: build ## Find or build the local Kubernetes (about 5 minutes, once a machine)
	@$(LEVADA) testbed build kubernetes

servers: build ## Find or build a forge and a registry for tests (some 7 minutes, once a machine)
	@$(LEVADA) testbed build gitea registry

test: rehearse servers ## All tests, those on a real Kubernetes and Git server included
	@build/test

unit: jdk ## Only the tests that need neither Kubernetes nor a Git server of their own
	@$(MVN) test

e2e: controlplane ## Only the tests on a real Kubernetes, and the demo without a person (LONG=1: more faults)
	@build/test e2e
	@$(MAKE) demo CHECK=1

fmt: jdk ## Format the sources
	@$(MVN) spotless:apply

run: build ## Run the engine against the cluster that kubectl talks to
	@$(LEVADA) operator --log-encoding=console

rehearse: controlplane ## Let the engine's JVM learn what it loads, so that it starts a third sooner (run and bench use it)
	@$(LEVADA) rehearse

demo: controlplane ## A local Kubernetes, a Git server and Levada: see a commit and an image arrive (CHECK=1: without a person)
	@$(LEVADA) demo $(if $(CHECK),--check)

golden: controlplane ## Make the expected outputs of the rendering cases anew, with the real kubectl
	@KUBECTL="$$($(LEVADA) testbed which kubectl)" core/src/test/golden/make-golden.sh
	@command -v "$${HELM:-helm}" >/dev/null && cli/src/test/golden/make-golden-charts.sh || echo "No helm 4.2.4 (HELM=…): the chart cases stay as they are."

differential: jdk ## Build made-up kustomizations beside the real tool and print, sort and count differences (KUSTOMIZE=/path, SEED=1, COUNT=10000)
	@$(MVN) -pl core test-compile
	@KUSTOMIZE="$(or $(KUSTOMIZE),kustomize)" core/src/test/golden/differential.sh random $(or $(SEED),1) $(or $(COUNT),10000)

bench: LAYOUTS ?= shared,monorepo
bench: APPS ?= 1000
bench: RUNS ?= 1
bench: LOADS ?= tags,repositories,policies
bench: ONLY ?= renderers,apps,images
bench: rehearse ## Measure, and write docs/performance.md (ONLY=renderers,apps,images, APPS=100,1000, LAYOUTS=shared,monorepo, RUNS=3, KUSTOMIZE=/path, HELM=/path, CHARTS=folder)
	@$(if $(findstring renderers,$(ONLY)),,true ||) $(LEVADA) throughput $(if $(or $(KUSTOMIZE),$(shell command -v kustomize)),--kustomize $(or $(KUSTOMIZE),$(shell command -v kustomize))) \
		$(if $(or $(HELM),$(shell command -v helm)),--helm $(or $(HELM),$(shell command -v helm))) $(if $(CHARTS),--charts $(CHARTS))
	@$(if $(findstring apps,$(ONLY)),,true ||) $(LEVADA) bench --apps $(APPS) --layouts $(LAYOUTS) --runs $(RUNS)
	@$(if $(findstring images,$(ONLY)),,true ||) $(LEVADA) imagebench $(LOADS)

bars: build ## Count the points by which the code is compared (NAMES=1: with the places)
	@$(LEVADA) bars $(if $(NAMES),--names)

fuzz: jdk ## Throw hostile input at the readers, and made-up charts at helm (TIME=60 seconds each, TARGETS="yaml path", HELM=/path, CHARTS=1000)
	@$(MVN) -DskipTests test-compile -pl core
	@JAVA_HOME="$(JDK)" build/fuzz $(or $(TIME),60) $(or $(TARGETS),yaml kustomization patch path template hook)
	@command -v "$(or $(HELM),helm)" >/dev/null || { echo "No helm 4.2.4 (HELM=…): no charts are compared."; exit 0; }; \
		$(MVN) -DskipTests package && HELM="$(or $(HELM),helm)" build/fuzz-charts random $(or $(SEED),1) $(or $(CHARTS),1000)

clean: jdk ## Remove what was built here (the local Kubernetes stays in its cache)
	@$(MVN) clean
	@rm -rf .demo
