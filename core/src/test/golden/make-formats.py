#!/usr/bin/env python3
"""Answers every text of the formats of JSON schemas anew with the real helm (4.2.4), which HELM names.

A line of `cases/formats/formats.txt` is a format, a text in JSON, and what helm says of the text where
it is not of the format, parted by tabs. Only the first two count here.
"""
import json, os, re, subprocess, tempfile

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/cases/formats/formats.txt")
lines = [line.rstrip("\n").split("\t")[:2] for line in open(FILE, encoding="utf-8") if line.strip()]
names = ["v%d" % i for i in range(len(lines))]
schema = {"$schema": "http://json-schema.org/draft-07/schema#", "properties": {n: {"format": line[0]} for n, line in zip(names, lines)}}
with tempfile.TemporaryDirectory() as chart:
    for name, text in {
        "Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n",
        "values.yaml": json.dumps({n: json.loads(line[1]) for n, line in zip(names, lines)}),
        "values.schema.json": json.dumps(schema),
    }.items():
        with open(os.path.join(chart, name), "w", encoding="utf-8") as out:
            out.write(text)
    done = subprocess.run([os.environ.get("HELM", "helm"), "template", "r", chart], capture_output=True, text=True)
said = dict(re.findall(r"^- at '/(v\d+)': (.*?)$", done.stderr, re.M))
with open(FILE, "w", encoding="utf-8", newline="\n") as out:
    for name, line in zip(names, lines):
        out.write("\t".join(line + [said.get(name, "")]) + "\n")
