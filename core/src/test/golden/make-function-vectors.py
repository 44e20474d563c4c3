#!/usr/bin/env python3
"""Answers every expression of the function vectors anew with the real helm (4.2.4).

A file of vectors holds expressions (`> {{ ... }}`), each followed by what helm makes of it: lines
of output (`= ...`) or of the error (`! ...`). Only the expressions count here; the rest is
rewritten. HELM names the binary. Arguments: files; none means all.
"""
import base64, os, re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

HELM = os.environ.get("HELM", "helm")
CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/cases/functions")
VALUES = open(os.path.join(CASES, "values.yaml"), encoding="utf-8").read()


def helm(files):
    with tempfile.TemporaryDirectory() as chart:
        os.makedirs(chart + "/templates")
        with open(chart + "/Chart.yaml", "w") as out:
            out.write("apiVersion: v2\nname: v\nversion: 1.0.0\n")
        with open(chart + "/values.yaml", "w", encoding="utf-8") as out:
            out.write(VALUES)
        for name, text in files.items():
            with open(chart + "/templates/" + name, "wb") as out:
                out.write(text.encode("utf-8", "surrogateescape"))
        command = [HELM, "template", "r", chart, "--set", "set.int=3,set.negative=-7,set.big=9007199254740993"]
        done = subprocess.run(command, capture_output=True)
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "surrogateescape")


FILE = "v/templates/v"


def batch(expressions):
    """Answers by place: outputs of all, or the error of the first that fails and nothing else."""
    files, main = {}, []
    for i, expression in enumerate(expressions):
        files["_%d.tpl" % i] = '{{define "v%d"}}%s{{end}}' % (i, expression)
        main.append('v%d: "{{ include "v%d" . | b64enc }}"' % (i, i))
    files["main.yaml"] = "\n".join(main)
    code, out, said = helm(files)
    if code != 0:
        place = re.search(r"templates/_(\d+)\.tpl:1", said)
        return {int(place.group(1)): ("!", error(int(place.group(1)), said))} if place else {}
    found = dict(re.findall(r'^v(\d+): "(.*)"$', out.decode(), re.M))
    return {i: ("=", base64.b64decode(found[str(i)]).decode("utf-8", "surrogateescape")) for i in range(len(expressions))}


def error(i, said):
    """What helm would say of the expression in a file of its own."""
    said = re.sub(r"\n\nUse --debug flag to render out invalid YAML\n$", "", said).rstrip("\n")
    name, before = "v%d" % i, len('{{define "v%d"}}' % i)
    inner = r'v/templates/_%d\.tpl:1:(\d+)' % i
    shaped = re.search(inner + r'\n  executing "%s" at <(.*)>:\n    (.*)' % name, said, re.S)
    raw = re.search(r'template: ' + inner + r': executing "%s" at <(.*?)>: (.*)' % name, said, re.S)
    parse = re.search(r"parse error at \(v/templates/_%d\.tpl:1\): (.*)" % i, said, re.S)
    if parse:
        return "parse error at (%s:1): %s" % (FILE, parse.group(1))
    column, node, text = (shaped or raw).groups()
    return 'template: %s:1:%d: executing "%s" at <%s>: %s' % (FILE, int(column) - before, FILE, node, text)


def answer(expressions):
    answers, left = {}, list(range(len(expressions)))
    while left:
        found = batch([expressions[i] for i in left])
        if not found:
            answers[left[0]] = ("!", "no answer")
            left = left[1:]
            continue
        for place, said in found.items():
            answers[left[place]] = said
        left = [i for place, i in enumerate(left) if place not in found]
    return [answers[i] for i in range(len(expressions))]


def rewrite(path):
    text = open(path, encoding="utf-8", errors="surrogateescape").read()
    head = re.match(r"(#.*\n)*", text).group(0)
    expressions, known = [], {}
    for line in text.split("\n"):
        if line.startswith("> "):
            if line[2:] not in known:
                expressions.append(line[2:])
            known.setdefault(line[2:], " ")
        elif line[:2] in ("= ", "! ", "=", "!") and expressions:
            known[expressions[-1]] = line[0]
    good = [e for e in expressions if known[e] != "!"]
    bad = [[e] for e in expressions if known[e] == "!"]
    parts = [good[i:i + 24] for i in range(0, len(good), 24)] + bad
    answers = {}
    with ThreadPoolExecutor(2) as pool:
        for part, answered in zip(parts, pool.map(answer, parts)):
            answers.update(zip(part, answered))
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as out:
        out.write(head)
        for expression in expressions:
            mark, said = answers[expression]
            out.write("> " + expression + "\n")
            out.write("".join(mark + " " + line + "\n" for line in said.split("\n")))


if __name__ == "__main__":
    names = sys.argv[1:] or sorted(os.path.join(CASES, n) for n in os.listdir(CASES) if n.endswith(".txt"))
    for name in names:
        rewrite(name)
