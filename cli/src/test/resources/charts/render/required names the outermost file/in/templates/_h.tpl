{{ define "one" }}{{ include "two" . }}{{ end }}
{{ define "two" }}x {{ .Values.a.b.c }}{{ end }}
{{ define "req" }}{{ required "need\nit" .Values.zz }}{{ end }}
{{ define "unk" }}{{ include "nope" . }}{{ end }}
{{ define "eqq" }}{{ if eq 1 "1" }}{{ end }}{{ end }}
